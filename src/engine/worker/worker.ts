import { createBirpc } from "birpc";
import type { Progress } from "../api.ts";
import { EngineCore } from "../pipeline/engine-core.ts";
import type { EngineWork, PageFunctions, Result, WorkContext, WorkerFunctions } from "./protocol.ts";
import { Requests } from "./requests.ts";

/** The worker's entry: passes requests on, no logic. The page sends one request at a time. */
const requests = new Requests();
let core: EngineWork | undefined;
let current = 0;

const functions: WorkerFunctions = {
  configure: (config) => {
    core = new EngineCore(config, (progress: Progress) => page.progress.asEvent(current, progress));
  },
  run: (id, name, given, options) =>
    requests.run(id, (checkpoint) => {
      if (!core) throw new Error("The worker was not configured.");
      current = id;
      // The compiler does not see that what was sent under a name is what the call of that name takes.
      const call = core[name] as (...args: unknown[]) => Promise<Result<typeof name>>;
      return call.call(core, ...given, { ...options, checkpoint } satisfies WorkContext);
    }),
  cancel: (id) => requests.cancel(id),
};

const page = createBirpc<PageFunctions, WorkerFunctions>(functions, {
  post: (message) => self.postMessage(message),
  on: (receive) => {
    self.onmessage = (event: MessageEvent) => receive(event.data);
  },
  timeout: -1,
});
