/**
 * Draws the app's icons from favicon.svg.
 *
 *     npx tsx tools/icons/main.ts
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

const PUBLIC = join(import.meta.dirname, "../../public");
const SOURCE = join(PUBLIC, "favicon.svg");
const OUT = join(PUBLIC, "icons");
const BACKGROUND = "#101214";
/** Launchers cut maskable icons to shapes that keep at least the middle 80 %. */
const SAFE_SHARE = 0.8;

mkdirSync(OUT, { recursive: true });
for (const side of [192, 512])
  await draw(side)
    .png()
    .toFile(join(OUT, `icon-${side}.png`));
await draw(180).flatten({ background: BACKGROUND }).png().toFile(join(OUT, "apple-touch-180.png"));
await drawMaskable(512);

function draw(side: number) {
  return sharp(SOURCE, { density: (72 * side) / 32 }).resize(side, side);
}

async function drawMaskable(side: number): Promise<void> {
  const inner = Math.round(side * SAFE_SHARE);
  const margin = Math.round((side - inner) / 2);
  await draw(inner)
    .extend({
      top: margin,
      bottom: side - inner - margin,
      left: margin,
      right: side - inner - margin,
      background: BACKGROUND,
    })
    .flatten({ background: BACKGROUND })
    .png()
    .toFile(join(OUT, `maskable-${side}.png`));
}
