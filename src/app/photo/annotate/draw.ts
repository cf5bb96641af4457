import type { PixelBox } from "../../../math/index.ts";
import type { AnnotationPlan, FaceMark } from "./messages.ts";

/** Family under which the worker has loaded the page's typeface. */
export const LABEL_FONT = "Archivo Variable";

/** Colours of tokens.css for what is drawn on photos. */
const WHITE = "#ffffff";
const SHADE = "#0d0f11";
const LINE = 3;

/** Draws faces and ages on a picture that is `width` pixels wide. */
export function drawAnnotation(context: OffscreenCanvasRenderingContext2D, plan: AnnotationPlan, width: number): void {
  const unit = width / plan.size.width;
  context.scale(unit, unit);
  for (const { box } of plan.marks) drawBrackets(context, box);
  for (const { label } of plan.marks) if (label) drawLabel(context, label, plan.labelScale);
}

/** Four corners of a viewfinder, in white on a darker line, so that they show on any background. */
function drawBrackets(context: OffscreenCanvasRenderingContext2D, box: PixelBox): void {
  const arm = Math.min(28, Math.max(6, box.width * 0.22));
  const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
  context.beginPath();
  for (const [x, y, inwardsX, inwardsY] of [
    [left, top, 1, 1],
    [right, top, -1, 1],
    [right, bottom, -1, -1],
    [left, bottom, 1, -1],
  ] as const) {
    context.moveTo(x, y + arm * inwardsY);
    context.lineTo(x, y);
    context.lineTo(x + arm * inwardsX, y);
  }
  for (const [style, lineWidth] of [
    [SHADE, LINE + 2],
    [WHITE, LINE],
  ] as const) {
    Object.assign(context, { strokeStyle: style, lineWidth });
    context.stroke();
  }
}

function drawLabel(
  context: OffscreenCanvasRenderingContext2D,
  { box, years, interval }: NonNullable<FaceMark["label"]>,
  scale: number,
): void {
  context.fillStyle = SHADE;
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 2);
  context.fill();
  context.fillStyle = WHITE;
  const texts = [
    { text: years, font: `600 ${22 * scale}px "${LABEL_FONT}", sans-serif` },
    { text: interval, font: `400 ${13.5 * scale}px "${LABEL_FONT}", sans-serif` },
  ].filter(({ text }) => text !== "");
  const widths = texts.map(({ text, font }) => {
    setFont(context, font);
    return context.measureText(text).width;
  });
  const gap = 8 * scale;
  let x = box.x + (box.width - widths.reduce((sum, width) => sum + width, gap * (texts.length - 1))) / 2;
  texts.forEach(({ text, font }, index) => {
    setFont(context, font);
    context.fillText(text, x, box.y + box.height - 7 * scale);
    x += (widths[index] ?? 0) + gap;
  });
}

/** Setting the font resets its width. */
function setFont(context: OffscreenCanvasRenderingContext2D, font: string): void {
  context.font = font;
  context.fontStretch = "condensed";
}
