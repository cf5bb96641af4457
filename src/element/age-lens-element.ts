import type {
  Analysis,
  BackendChoice,
  CameraError,
  EngineError,
  ImageInput,
  Person,
  Progress,
} from "../engine/index.ts";
import { ElementScreen } from "./element-screen.ts";
import { readCamera } from "./read-camera.ts";
import { type ElementOptions, readPicture } from "./read-picture.ts";
import type { ElementState, Stop } from "./state.ts";
import { spoken } from "./text/languages.ts";

/** On a server there is no HTMLElement, and the element is only imported there. */
const ElementBase = typeof HTMLElement === "undefined" ? (class {} as typeof HTMLElement) : HTMLElement;

/** What `<age-lens>` tells the page; the events bubble. */
export interface AgeLensEventMap {
  /** A picture, or a frame of the camera, was read. */
  "age-lens-reading": CustomEvent<Analysis>;
  /** Something is being waited for. */
  "age-lens-progress": CustomEvent<Progress>;
  /** A picture could not be read, or the camera could not be opened. */
  "age-lens-error": CustomEvent<EngineError | CameraError>;
}

/**
 * `<age-lens>`: shows a picture or the visitor's camera with a box, an age and an interval for every face.
 *
 * Attributes: `src`, the address of a picture; `camera`, to read the visitor's camera, which starts when they press the
 * button, or at once with `autostart`; `manifest-url`, `backend`, `model-id` and `effort` as the engine's options; `lang`,
 * `en`, `fr` or `de`, the page's own when left out. What is inside the element is shown while it has nothing else to show.
 *
 * Parts for styling: `stage`, `picture`, `faces`, `box`, `label`, `bar`, `status`, `button`. Custom properties:
 * `--age-lens-accent`, `--age-lens-box`, `--age-lens-label-background`, `--age-lens-label-color`, `--age-lens-radius`,
 * `--age-lens-font`.
 *
 * All elements of a page with the same `manifest-url` and `backend` share one engine. An element that is taken out of the
 * page stops its camera and gives its engine back.
 *
 * @example
 * <age-lens src="portrait.jpg"><img src="portrait.jpg" alt="A smiling astronaut"></age-lens>
 * <age-lens camera lang="de"></age-lens>
 * @fires age-lens-reading @fires age-lens-progress @fires age-lens-error
 */
export class AgeLensElement extends ElementBase {
  static readonly observedAttributes = [
    "src",
    "camera",
    "autostart",
    "manifest-url",
    "model-id",
    "backend",
    "lang",
    "effort",
  ];

  readonly #screen = new ElementScreen(this, () => this.#onPress());
  #state: ElementState = { kind: "empty" };
  #input: ImageInput | undefined;
  #stop: Stop = () => {};
  #isStarted = false;
  #isDue = false;

  /** The address of the picture; empty where there is none. */
  get src(): string {
    return this.getAttribute("src") ?? "";
  }

  set src(address: string) {
    this.setAttribute("src", address);
  }

  /** A picture in place of `src`: anything that the engine reads. */
  get input(): ImageInput | undefined {
    return this.#input;
  }

  set input(picture: ImageInput | undefined) {
    this.#input = picture;
    this.#restartSoon();
  }

  /** What was read last: the whole picture, or the latest frame of the camera. */
  get analysis(): Analysis | undefined {
    if (this.#state.kind === "read") return this.#state.analysis;
    return this.#state.kind === "camera-on" ? this.#state.frame?.analysis : undefined;
  }

  /** Everybody before the camera, with readings that settle. */
  get people(): readonly Person[] {
    return this.#state.kind === "camera-on" ? (this.#state.frame?.people ?? []) : [];
  }

  /** Stops reading, turns the camera off and shows nothing but the fallback, until an attribute or `input` is set. */
  clear(): void {
    this.#stop();
    this.#input = undefined;
    this.#show({ kind: "empty" });
  }

  connectedCallback(): void {
    this.#screen.watchSize();
    if (!this.#isStarted) this.#restartSoon();
    this.#isStarted = true;
  }

  /** An element that is moved within the page is put back at once, and goes on. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#isStarted = false;
      this.#screen.unwatchSize();
      this.#stop();
      this.#show({ kind: "empty" });
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (name === "src") this.#input = undefined;
    if (name === "lang") this.#screen.show(this.#state, this.#spoken());
    else this.#restartSoon();
  }

  /** Several changes in a row begin one reading. */
  #restartSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.isConnected) this.#restart();
    });
  }

  #restart(): void {
    this.#stop();
    const input = this.#input ?? this.src;
    if (this.hasAttribute("camera")) {
      if (this.hasAttribute("autostart")) this.#startCamera();
      else this.#show({ kind: "camera-off" });
    } else if (input === "") {
      this.#show({ kind: "empty" });
    } else {
      this.#stop = readPicture(input, this.#options(), (state) => this.#show(state));
    }
  }

  #startCamera(): void {
    this.#stop = readCamera(this.#options(), (state) => this.#show(state));
  }

  #onPress(): void {
    const { kind } = this.#state;
    this.#stop();
    if (kind === "camera-opening" || kind === "camera-on") this.#show({ kind: "camera-off" });
    else if (this.hasAttribute("camera")) this.#startCamera();
    else this.#restart();
  }

  #options(): ElementOptions {
    const given = (name: string) => this.getAttribute(name) ?? undefined;
    const effort = given("effort");
    return {
      engine: { manifestUrl: given("manifest-url"), backend: backendNamed(given("backend")) },
      read: { modelId: given("model-id"), effort: effort === "frame" || effort === "photo" ? effort : undefined },
    };
  }

  #spoken() {
    const tag = this.closest<HTMLElement>("[lang]")?.lang || document.documentElement.lang || navigator.language;
    return spoken(tag);
  }

  #show(state: ElementState): void {
    this.#state = state;
    this.#screen.show(state, this.#spoken());
    if (state.kind === "read") this.#tell("age-lens-reading", state.analysis);
    if (state.kind === "failed") this.#tell("age-lens-error", state.error);
    if (state.kind === "camera-on" && state.frame) this.#tell("age-lens-reading", state.frame.analysis);
    if ("progress" in state && state.progress) this.#tell("age-lens-progress", state.progress);
  }

  #tell<Name extends keyof AgeLensEventMap>(name: Name, detail: AgeLensEventMap[Name]["detail"]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function backendNamed(name: string | undefined): BackendChoice | undefined {
  return name === "webgpu" || name === "wasm" || name === "auto" ? name : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "age-lens": AgeLensElement;
  }
  interface HTMLElementEventMap extends AgeLensEventMap {}
}
