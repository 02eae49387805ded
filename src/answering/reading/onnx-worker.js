// The thread that the model runs in: onnxruntime-node's `run` promises, but blocks the thread that calls it (1.30.0: 75 ms a
// window). Plain JavaScript, so that a thread can begin with it from the source as well as from dist/. `onnx-model.ts` says
// what the messages are.
import { parentPort, workerData } from 'node:worker_threads';

const { path, settings, runtime } = workerData;

const messageOf = (error) => String(error?.message ?? error).split('\n', 1)[0];

let stage = 'load';
try {
  const { InferenceSession, Tensor } = await (runtime === undefined
    ? import('onnxruntime-node')
    : import(runtime));
  stage = 'open';
  const session = await InferenceSession.create(path, settings);

  const run = async ({ count, length, ids, types, mask }) => {
    const input = (data) => new Tensor('int64', data, [count, length]);
    const outputs = await session.run({ ids: input(ids), types: input(types), mask: input(mask) });
    return Object.fromEntries(
      Object.entries(outputs).map(([name, { type, dims, data }]) => [name, { type, dims, data }]),
    );
  };
  parentPort.on('message', async (batch) => {
    if (batch === 'close') {
      await session.release();
      parentPort.close();
      return;
    }
    try {
      parentPort.postMessage({ kind: 'read', outputs: await run(batch) });
    } catch (error) {
      parentPort.postMessage({ kind: 'fault', message: messageOf(error) });
    }
  });
  parentPort.postMessage({ kind: 'opened', inputs: session.inputNames, outputs: session.outputNames });
} catch (error) {
  parentPort.postMessage({ kind: 'failed', stage, code: error?.code, message: messageOf(error) });
}
