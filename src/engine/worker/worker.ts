import { createBirpc } from "birpc";
import type { Progress } from "../api.ts";
import { showableCopy } from "../decode/showable.ts";
import { EngineCore } from "../pipeline/engine-core.ts";
import type { PageFunctions, WorkerFunctions } from "./protocol.ts";
import { Requests } from "./requests.ts";

/** The worker's entry: a switch, no logic. The page sends one request at a time. */
const requests = new Requests();
let core: EngineCore | undefined;
let current = 0;

function engine(requestId: number): EngineCore {
  if (!core) throw new Error("The worker was not configured.");
  current = requestId;
  return core;
}

const functions: WorkerFunctions = {
  configure: (config) => {
    core = new EngineCore(config, (progress: Progress) => page.progress.asEvent(current, progress));
  },
  load: (id, modelId) => requests.run(id, () => engine(id).load(modelId)),
  models: (id) => requests.run(id, () => engine(id).models()),
  analyse: (id, input, options) =>
    requests.run(id, (checkpoint) => engine(id).analyse(input, { ...options, checkpoint })),
  showable: (id, picture) => requests.run(id, () => showableCopy(picture)),
  detect: (id, input, options) =>
    requests.run(id, (checkpoint) => engine(id).detect(input, { ...options, checkpoint })),
  enhance: (id, crop, steps) => requests.run(id, () => engine(id).enhance(crop, steps)),
  compare: (id, input, modelIds, effort) =>
    requests.run(id, (checkpoint) => engine(id).compare(input, modelIds, { effort, checkpoint })),
  explain: (id, crop, request) => requests.run(id, (checkpoint) => engine(id).explain(crop, request, checkpoint)),
  cancel: (id) => requests.cancel(id),
};

const page = createBirpc<PageFunctions, WorkerFunctions>(functions, {
  post: (message) => self.postMessage(message),
  on: (receive) => {
    self.onmessage = (event: MessageEvent) => receive(event.data);
  },
  timeout: -1,
});
