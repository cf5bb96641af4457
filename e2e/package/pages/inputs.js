/** Reads the page's portrait in every form that a picture may have, and everything that cannot be read. */
import { createEngine } from "./node_modules/@agelens/engine/dist/index.js";

const { elsewhere, missing, silent } = Object.fromEntries(new URLSearchParams(location.search));
const portrait = "portrait.jpg";
const file = await (await fetch(portrait)).blob();
const bytes = await file.arrayBuffer();

async function image(address, attributes = {}) {
  const element = Object.assign(new Image(), attributes, { src: address });
  await element.decode().catch(() => undefined);
  return element;
}

async function drawn(canvas) {
  const bitmap = await createImageBitmap(file);
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  return canvas;
}

const canvas = () => drawn(document.createElement("canvas"));
const bitmap = () => createImageBitmap(file);

/** A video of the canvas, which streams its one frame when it is asked to. */
async function video() {
  const source = await canvas();
  const element = Object.assign(document.createElement("video"), { muted: true, srcObject: source.captureStream() });
  const again = setInterval(() => source.getContext("2d").drawImage(source, 0, 0), 50);
  await element.play();
  clearInterval(again);
  return element;
}

const readable = {
  Blob: () => file,
  File: () => new File([file], portrait),
  "relative address": () => portrait,
  "absolute address": () => new URL(portrait, location.href),
  "address elsewhere": () => elsewhere,
  ArrayBuffer: () => bytes.slice(0),
  Uint8Array: () => new Uint8Array(bytes.slice(0)),
  DataView: () => new DataView(bytes.slice(0)),
  "image that loads": () => Object.assign(new Image(), { src: portrait }),
  "image from elsewhere that may be read": () => image(elsewhere, { crossOrigin: "anonymous" }),
  "canvas element": canvas,
  OffscreenCanvas: () => drawn(new OffscreenCanvas(1, 1)),
  "video element": video,
  ImageData: async () => (await canvas()).getContext("2d").getImageData(0, 0, 512, 512),
  ImageBitmap: bitmap,
  ...("VideoFrame" in window && { VideoFrame: async () => new VideoFrame(await canvas(), { timestamp: 0 }) }),
};

async function closed(picture) {
  picture.close();
  return picture;
}

async function tainted() {
  const element = document.createElement("canvas");
  element.getContext("2d").drawImage(await image(silent), 0, 0);
  return element;
}

function handedOver(toInput) {
  const buffer = bytes.slice(0);
  const input = toInput(buffer);
  structuredClone(buffer, { transfer: [buffer] });
  return input;
}

const refused = {
  "missing address": () => missing,
  "address whose server does not allow it": () => silent,
  "no address": () => "http://",
  "image that does not load": () => image(missing),
  "image without address": () => new Image(),
  "image from elsewhere": () => image(silent),
  "canvas with pixels from elsewhere": tainted,
  "canvas without pixels": () => Object.assign(document.createElement("canvas"), { width: 0 }),
  "video without a frame": () => document.createElement("video"),
  "bytes handed over": () => handedOver((buffer) => buffer),
  "view of bytes handed over": () => handedOver((buffer) => new Uint8Array(buffer)),
  "closed ImageBitmap": async () => closed(await bitmap()),
  ...("VideoFrame" in window && {
    "closed VideoFrame": async () => closed(new VideoFrame(await canvas(), { timestamp: 0 })),
  }),
  "no bytes": () => new ArrayBuffer(0),
  "bytes of no picture": () => new TextEncoder().encode("This is no picture."),
  number: () => 5,
  nothing: () => null,
  paragraph: () => document.createElement("p"),
};

const engine = createEngine({ backend: "wasm" });

async function outcome(make) {
  try {
    const [face] = (await engine.analyse(await make())).faces;
    return face?.reading.years ?? "no face";
  } catch (error) {
    return error.name === "EngineError" ? error.code : String(error);
  }
}

async function outcomes(inputs) {
  const entries = [];
  for (const [name, make] of Object.entries(inputs)) entries.push([name, await outcome(make)]);
  return Object.fromEntries(entries);
}

window.inputs = { readable: await outcomes(readable), refused: await outcomes(refused) };
