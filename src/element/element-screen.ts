import { boxAt } from "../engine/index.ts";
import { type PixelSize, zip } from "../math/index.ts";
import { type DrawnFace, FaceLayer } from "./face-layer.ts";
import { LiveBoxes, mirrored } from "./live-boxes.ts";
import type { ElementState } from "./state.ts";
import type { Spoken } from "./text/languages.ts";
import { createView, showPicture, type View, write, writeOrHide } from "./view.ts";
import { announcement, inReadingOrder, peopleWords, pictureWords, statusLine } from "./words.ts";

/** Faces, and the picture that their boxes are measured in. */
interface Drawing {
  readonly picture: PixelSize<"picture">;
  readonly faces: readonly DrawnFace[];
}

const NO_FACES: Drawing = { picture: { width: 1, height: 1 }, faces: [] };

/** Draws the element's state: the picture, its faces, the line and the button below it, and what is announced. */
export class ElementScreen {
  readonly #host: HTMLElement;
  readonly #view: View;
  readonly #layer: FaceLayer;
  readonly #live: LiveBoxes;
  readonly #size: ResizeObserver;
  #draw: () => void = () => {};

  /** `onPress`: the button was pressed. */
  constructor(host: HTMLElement, onPress: () => void) {
    this.#host = host;
    this.#view = createView(host);
    this.#layer = new FaceLayer(this.#view.faces);
    this.#live = new LiveBoxes(this.#layer, () => this.#shownSize);
    this.#size = new ResizeObserver(() => this.#draw());
    this.#view.button.addEventListener("click", onPress);
  }

  /** Draws the faces anew whenever the picture changes its size. */
  watchSize(): void {
    this.#size.observe(this.#view.stage);
  }

  /** Ends that. */
  unwatchSize(): void {
    this.#size.disconnect();
  }

  /** Shows a state in words of a language. */
  show(state: ElementState, words: Spoken): void {
    const { status, button, announcement: spoken, faces } = this.#view;
    const name = this.#host.querySelector("img")?.alt || words.text.picture;
    for (const element of [status, button, spoken, faces]) element.lang = words.language;
    faces.setAttribute("aria-label", words.text.faces);
    showPicture(this.#view, "shown" in state ? state.shown : undefined, name);
    writeOrHide(status, statusLine(words, state));
    writeOrHide(button, buttonWord(words, state));
    write(spoken, announcement(words, state));
    this.#draw = () => this.#drawFaces(state, words);
    this.#draw();
    this.#live.follow(state.kind === "camera-on" ? state.frame : undefined);
  }

  get #shownSize() {
    const { clientWidth: width, clientHeight: height } = this.#view.stage;
    return { width, height };
  }

  #drawFaces(state: ElementState, words: Spoken): void {
    const { picture, faces } = drawnFaces(state, words);
    this.#view.faces.hidden = faces.length === 0;
    this.#layer.draw(faces, picture, this.#shownSize);
  }
}

/** The faces of a state, and the picture that their boxes are measured in. */
function drawnFaces(state: ElementState, words: Spoken): Drawing {
  if (state.kind === "read") {
    const { picture } = state.analysis;
    const faces = inReadingOrder(state.analysis);
    const drawn = zip(faces, pictureWords(words, faces)).map(([{ box }, said], key) => ({ ...said, key, box }));
    return { picture, faces: drawn };
  }
  if (state.kind !== "camera-on" || !state.frame) return NO_FACES;
  const { people, analysis } = state.frame;
  const { picture } = analysis;
  const now = performance.now();
  const drawn = zip(people, peopleWords(words, people)).map(([person, said]) => ({
    ...said,
    key: person.id,
    box: mirrored(boxAt(person, now), picture),
  }));
  return { picture, faces: drawn };
}

function buttonWord({ text }: Spoken, { kind }: ElementState): string {
  if (kind === "camera-off") return text.start;
  if (kind === "camera-opening" || kind === "camera-on") return text.stop;
  return kind === "failed" ? text.again : "";
}
