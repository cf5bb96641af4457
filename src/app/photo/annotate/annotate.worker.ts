import { drawAnnotation, LABEL_FONT } from "./draw.ts";
import type { AnnotateReply, AnnotateRequest, AnnotationPlan } from "./messages.ts";

/** What every browser of today can draw on, in pixels. */
const SAFE_AREA_PX = 4096 * 4096;

/** Draws one picture at full resolution, or as large as this browser can. */
self.onmessage = async ({ data: { picture, plan, fontUrl } }: MessageEvent<AnnotateRequest>) => {
  try {
    await loadFont(fontUrl);
    const bitmap = await createImageBitmap(picture, { imageOrientation: "from-image" });
    const png = await drawPng(bitmap, plan, 1).catch(() =>
      drawPng(bitmap, plan, Math.min(1, Math.sqrt(SAFE_AREA_PX / (bitmap.width * bitmap.height)))),
    );
    bitmap.close();
    reply({ status: "done", ...png });
  } catch (error) {
    reply({ status: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
};

async function loadFont(url: string): Promise<void> {
  const font = new FontFace(LABEL_FONT, `url(${url})`, { weight: "100 900", stretch: "62% 125%" });
  self.fonts.add(await font.load());
}

async function drawPng(bitmap: ImageBitmap, plan: AnnotationPlan, scale: number) {
  const width = Math.round(bitmap.width * scale);
  const height = Math.round(bitmap.height * scale);
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("This browser cannot draw a picture of this size.");
  context.drawImage(bitmap, 0, 0, width, height);
  drawAnnotation(context, plan, width);
  const png = await context.canvas.convertToBlob({ type: "image/png" });
  return { png, width, height, isFull: scale === 1 };
}

function reply(message: AnnotateReply): void {
  self.postMessage(message);
}
