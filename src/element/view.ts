import type { ShownPicture } from "./state.ts";
import { styleSheet } from "./styles.ts";

/** The element's own document, in which a page can style what has a `part`. */
export interface View {
  /** Holds the picture and the faces. */
  readonly stage: HTMLElement;
  readonly faces: HTMLOListElement;
  readonly status: HTMLElement;
  readonly button: HTMLButtonElement;
  /** Where screen readers hear what has changed. */
  readonly announcement: HTMLElement;
  /** What the page gave to be shown while there is nothing else. */
  readonly fallback: HTMLSlotElement;
}

/** Builds the document inside `host`; nothing in it needs a looser security policy than the page's own. */
export function createView(host: HTMLElement): View {
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [styleSheet()];
  const view: View = {
    fallback: document.createElement("slot"),
    stage: create("div", "stage"),
    faces: create("ol", "faces"),
    status: create("p", "status"),
    button: create("button", "button"),
    announcement: document.createElement("p"),
  };
  const bar = create("div", "bar");
  bar.append(view.status, view.button);
  view.button.type = "button";
  view.faces.setAttribute("role", "list");
  view.announcement.className = "unseen";
  view.announcement.setAttribute("role", "status");
  view.stage.append(view.faces);
  root.append(view.fallback, view.stage, bar, view.announcement);
  return view;
}

/** Puts `picture` into the stage in place of another, or takes it away. */
export function showPicture({ stage, fallback }: View, picture: ShownPicture | undefined, name: string): void {
  const before = stage.querySelector<HTMLElement>("[part=picture]");
  if (before !== (picture ?? null)) before?.remove();
  stage.hidden = picture === undefined;
  fallback.hidden = picture !== undefined;
  if (!picture) return;
  picture.setAttribute("part", "picture");
  nameIt(picture, name);
  if (!stage.contains(picture)) stage.prepend(picture);
}

/** Writes a line of text, and only where it is another one: a live region says what is written. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Writes a line of text, and takes its element away where there is none. */
export function writeOrHide(element: HTMLElement, text: string): void {
  write(element, text);
  element.hidden = text === "";
}

function nameIt(picture: ShownPicture, name: string): void {
  if (picture instanceof HTMLImageElement) {
    picture.alt = name;
  } else {
    picture.setAttribute("aria-label", name);
    if (picture instanceof HTMLCanvasElement) picture.setAttribute("role", "img");
  }
}

function create<Name extends "div" | "ol" | "p" | "button">(name: Name, part: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.setAttribute("part", part);
  return element;
}
