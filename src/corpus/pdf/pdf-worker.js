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
    // Pictures are not looked at.
    maxImageSize: 1,
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
  const { items, styles } = await page.getTextContent();
  const bold = await boldFonts(page, Object.keys(styles));
  page.cleanup();
  const written = items.filter(({ str }) => str.trim() !== '');
  const upright = written.filter((item) => isUpright(item, transform));
  return {
    width,
    height,
    runs: upright.map((item) => runOf(item, transform, bold)),
    turned: unitsOf(written) - unitsOf(upright),
  };
}

/** Which fonts of a page are bold. What they are called is known once the page's commands were looked at. */
async function boldFonts(page, fonts) {
  if (fonts.length < 2) return new Set();
  await page.getOperatorList();
  return new Set(fonts.filter((font) => page.commonObjs.has(font) && isBold(page.commonObjs.get(font))));
}

/** 黑体 is what headings are set in where the text is in 宋体 or 仿宋. */
function isBold({ name, bold, black }) {
  return bold || black || /bold|black|heavy|hei(?!ght)|黑/iu.test(name ?? '');
}

/** Whether the characters stand upright, one after the other from the left to the right or from the top to the bottom. */
function isUpright({ transform: [a, b] }, [va, vb, vc, vd]) {
  const across = [va * a + vc * b, vb * a + vd * b];
  return across[0] > 0 && Math.abs(across[1]) <= across[0] / 20;
}

/** A run in points from the page's top left. */
function runOf(
  { str, dir, transform: [, , c, d, e, f], width, height, fontName },
  [va, vb, vc, vd, ve, vf],
  bold,
) {
  const place = { x: va * e + vc * f + ve, y: vb * e + vd * f + vf };
  const [down, size] = [dir === 'ttb', Math.hypot(c, d)];
  return { text: str, ...place, width: down ? height : width, size, bold: bold.has(fontName), down };
}

function unitsOf(items) {
  return items.reduce((units, { str }) => units + str.trim().length, 0);
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
