import type { Engine } from "../../engine/index.ts";

/** A file's name; what was pasted may have none. */
export function nameOf(picture: Blob): string {
  return picture instanceof File && picture.name ? picture.name : "picture";
}

/** The picture as a file of the same name that this browser can show: itself, or a copy. */
export async function showablePicture(engine: Engine, picture: Blob, signal: AbortSignal): Promise<Blob> {
  const copy = await engine.showable(picture, { signal });
  return copy === picture ? picture : new File([copy], nameOf(picture), { type: copy.type });
}
