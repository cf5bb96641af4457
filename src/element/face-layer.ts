import { boxOnScreen } from "../labels/box.ts";
import { layoutLabels, type PlacedLabel } from "../labels/label-layout.ts";
import { labelScale, labelSizes, roomForIntervals } from "../labels/label-size.ts";
import { type PixelBox, type PixelSize, zip } from "../math/index.ts";
import type { FaceWords } from "./words.ts";

/** A face to be drawn, in pixels of the picture; the same `key` is the same face as before. */
export interface DrawnFace extends FaceWords {
  readonly key: number;
  readonly box: PixelBox<"picture">;
}

/** The list of faces that lies over the picture: a box and a label each, which those who do not see it hear as a list. */
export class FaceLayer {
  readonly #list: HTMLOListElement;
  readonly #boxes = new Map<number, HTMLElement>();

  constructor(list: HTMLOListElement) {
    this.#list = list;
  }

  /** Draws `faces` over a picture that is shown at `shown` size; faces of before that are not among them go. */
  draw(faces: readonly DrawnFace[], picture: PixelSize<"picture">, shown: PixelSize<"screen">): void {
    this.#removeAllBut(faces);
    const scale = labelScale(shown.width);
    const boxes = faces.map(({ box }) => boxOnScreen(box, picture, shown));
    const widths = boxes.map(({ width }) => width);
    const requests = zip(faces, boxes).map(([words, face]) => ({
      face,
      sizes: labelSizes(words, scale, roomForIntervals(widths, scale)),
    }));
    this.#list.style.setProperty("--label-scale", String(scale));
    for (const [[face, box], label] of zip(zip(faces, boxes), layoutLabels(requests, shown))) {
      const element = this.#boxes.get(face.key) ?? this.#add(face.key);
      place(element, box);
      write(element, face, label && { ...label, box: relativeTo(box, label.box) });
    }
  }

  /** Moves a face that is drawn, together with its label. */
  move(key: number, box: PixelBox<"screen">): void {
    const element = this.#boxes.get(key);
    if (element) place(element, box);
  }

  #add(key: number): HTMLElement {
    const box = document.createElement("div");
    box.setAttribute("part", "box");
    box.setAttribute("role", "img");
    box.tabIndex = 0;
    const label = document.createElement("span");
    label.setAttribute("part", "label");
    label.append(document.createElement("b"), document.createElement("span"));
    box.append(label);
    const item = document.createElement("li");
    item.append(box);
    this.#list.append(item);
    this.#boxes.set(key, box);
    return box;
  }

  #removeAllBut(faces: readonly DrawnFace[]): void {
    const kept = new Set(faces.map(({ key }) => key));
    for (const [key, box] of this.#boxes) {
      if (kept.has(key)) continue;
      box.parentElement?.remove();
      this.#boxes.delete(key);
    }
  }
}

function place({ style }: HTMLElement, { x, y, width, height }: PixelBox<"screen">): void {
  style.translate = `${x}px ${y}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

function relativeTo(box: PixelBox<"screen">, label: PixelBox<"screen">): PixelBox<"screen"> {
  return { ...label, x: label.x - box.x, y: label.y - box.y };
}

/** A face for whose label there is no space shows it when it is pointed at or has the focus, and so do shortened ones. */
function write(element: HTMLElement, { years, interval, sentence }: FaceWords, placed: PlacedLabel | undefined): void {
  element.setAttribute("aria-label", sentence);
  element.title = interval === "" ? sentence : "";
  const [label] = element.children;
  const [large, small] = label?.children ?? [];
  if (!(label instanceof HTMLElement) || !large || !small) return;
  large.textContent = years;
  small.textContent = interval;
  label.toggleAttribute("data-crowded", !placed);
  label.toggleAttribute("data-short", !placed?.withInterval);
  label.style.translate = placed ? `${placed.box.x}px ${placed.box.y}px` : "";
  label.style.minWidth = placed ? `${placed.box.width}px` : "";
}
