/** Pictures of 640×480 without a person's face, in which the detector alone sees something like one. */

const SIZE = { width: 640, height: 480 } as const;
const FULL_TURN = 2 * Math.PI;

/** Two dots and a bow in a circle. */
export function drawSmiley(): OffscreenCanvas {
  const { canvas, context } = blank();
  context.fillStyle = "#ffd24d";
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  const disc = (x: number, y: number, radius: number, colour: string) => {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, radius, 0, FULL_TURN);
    context.fill();
  };
  disc(320, 240, 150, "#000");
  disc(320, 240, 145, "#ffcc33");
  disc(270, 200, 20, "#000");
  disc(370, 200, 20, "#000");
  context.lineWidth = 7;
  context.beginPath();
  context.arc(320, 260, 78, 0.15 * Math.PI, 0.85 * Math.PI);
  context.stroke();
  return canvas;
}

/** Coloured noise of 10 pixels, smoothed. */
export function drawBlobs(seed: number): OffscreenCanvas {
  const random = seeded(seed);
  const cells = noise(SIZE.width / 10, SIZE.height / 10, () => [256 * random(), 256 * random(), 256 * random()]);
  const { canvas, context } = blank();
  context.drawImage(cells, 0, 0, SIZE.width, SIZE.height);
  return canvas;
}

/** Waves in both directions, with grain. */
export function drawWaves(seed: number): OffscreenCanvas {
  const random = seeded(seed);
  return noise(SIZE.width, SIZE.height, (x, y) => {
    const value = 128 + 70 * Math.sin(x / 45) * Math.cos(y / 48) + 40 * (random() - 0.5);
    return [value, value, value];
  });
}

function noise(width: number, height: number, colourAt: (x: number, y: number) => number[]): OffscreenCanvas {
  const pixels = new ImageData(width, height);
  for (let index = 0; index < width * height; index++) {
    pixels.data.set([...colourAt(index % width, Math.floor(index / width)), 255], 4 * index);
  }
  const { canvas, context } = blank(width, height);
  context.putImageData(pixels, 0, 0);
  return canvas;
}

function blank(width: number = SIZE.width, height: number = SIZE.height) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no 2-D canvas.");
  return { canvas, context };
}

/** Park and Miller's generator: 0 < x < 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
