import fontUrl from "@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2?url";
import type { Analysis } from "../../../engine/index.ts";
import type { AnnotatedPicture, AnnotateReply, AnnotateRequest } from "./messages.ts";
import { planAnnotation } from "./plan.ts";

/**
 * Draws faces and ages on a picture at its full resolution, away from the page's thread.
 *
 * @throws Error when the browser cannot draw it even at a smaller size.
 */
export async function annotate(picture: Blob, analysis: Analysis): Promise<AnnotatedPicture> {
  const worker = new Worker(new URL("./annotate.worker.ts", import.meta.url), { type: "module" });
  try {
    const reply = await new Promise<AnnotateReply>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ picture, plan: planAnnotation(analysis), fontUrl } satisfies AnnotateRequest);
    });
    if (reply.status === "failed") throw new Error(reply.reason);
    return reply;
  } finally {
    worker.terminate();
  }
}
