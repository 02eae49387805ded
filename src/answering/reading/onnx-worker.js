// The thread that the model runs in: onnxruntime-node's `run` promises, but blocks the thread that calls it (1.30.0: 75 ms a
// window). Plain JavaScript, so that a thread can begin with it from the source as well as from dist/. `onnx-model.ts` says
// what the messages are.
import { parentPort, workerData } from 'node:worker_threads';

const { path, settings, runtime, atWork } = workerData;

/** Says that no native code runs in this thread, so that the process may end. */
const rest = () => {
  Atomics.store(atWork, 0, 0);
  Atomics.notify(atWork, 0);
};

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
      rest();
      parentPort.close();
      return;
    }
    const answer = await run(batch).then(
      (outputs) => ({ kind: 'read', outputs }),
      (error) => ({ kind: 'fault', message: messageOf(error) }),
    );
    rest();
    parentPort.postMessage(answer);
  });
  rest();
  parentPort.postMessage({ kind: 'opened', inputs: session.inputNames, outputs: session.outputNames });
} catch (error) {
  rest();
  parentPort.postMessage({ kind: 'failed', stage, code: error?.code, message: messageOf(error) });
}
