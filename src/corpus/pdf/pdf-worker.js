// The thread that pdf.js runs in: a page takes it tens of milliseconds, a hostile file as long as it likes, and it writes
// warnings to standard output. Plain JavaScript, so that a thread can begin with it from the source as well as from dist/.
// `pdf-thread.ts` says what the messages are.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
let document;

async function open(data) {
  const task = getDocument({
    data,
    // Characters of fonts that are not embedded, as Chinese ones often are, are known by these tables only.
    cMapUrl: join(assets, 'cmaps', '/'),
    cMapPacked: true,
    standardFontDataUrl: join(assets, 'standard_fonts', '/'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  return {
    pages: document.numPages,
    titles: [info?.Title, metadata?.get('dc:title')].filter((title) => typeof title === 'string'),
  };
}

async function page(number) {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  return { width, height, runs: items.flatMap((item) => runOf(item, transform)) };
}

/** A run from the left to the right, in points from the page's top left; none where it runs otherwise. */
function runOf({ str, transform: [a, b, c, d, e, f], width }, [va, vb, vc, vd, ve, vf]) {
  const across = [va * a + vc * b, vb * a + vd * b];
  const size = Math.hypot(c, d);
  if (str.trim() === '' || Math.abs(across[1]) > Math.abs(across[0]) / 20 || across[0] <= 0) return [];
  return { text: str, x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width, size };
}

async function close() {
  const closing = document;
  document = undefined;
  await closing?.loadingTask.destroy();
}

const WORK = { open: ({ data }) => open(data), page: ({ number }) => page(number), close };

parentPort.on('message', async (request) => {
  try {
    parentPort.postMessage({ kind: 'done', result: await WORK[request.kind](request) });
  } catch (error) {
    parentPort.postMessage({
      kind: 'fault',
      name: String(error?.name),
      message: String(error?.message ?? error),
    });
  }
});
