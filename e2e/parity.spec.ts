import { join } from "node:path";
import { readAgeParity } from "../tools/convert/parity.ts";
import { expect, test } from "./support/test.ts";

const FOLDER = join(import.meta.dirname, "fixtures");
const { pictures } = readAgeParity(join(import.meta.dirname, "../training/parity/compact-age.json"));

test("reads the parity pictures as PyTorch does, from the picture to the posterior", async ({ page, backend }) => {
  await page.goto("/harness.html");
  for (const expected of pictures) {
    await page.route("**/picture", (route) => route.fulfill({ path: join(FOLDER, expected.filename) }));
    const [face] = await page.evaluate(async (backend) => {
      const engine = window.createEngine({ manifestUrl: "models/manifest.json", backend });
      const { faces, cropSize } = await engine.analyse(await (await fetch("picture")).blob(), { withCrops: true });
      return faces.map(({ reading, crop, alignment }) => ({
        reading: reading.status === "estimated" ? { ...reading, posterior: [...reading.posterior] } : undefined,
        crop: [...(crop ?? [])],
        cropSize,
        alignment,
      }));
    }, backend);
    if (!face?.reading) throw new Error(`${expected.filename}: no reading`);

    for (const key of ["a", "b", "tx", "ty"] as const) {
      expect(face.alignment.cropToPicture[key]).toBeCloseTo(expected.cropToSource[key], 2);
    }
    for (const { x, y, rgb } of expected.cropSamples) {
      rgb.forEach((value, channel) => {
        expect(Math.abs((face.crop[(y * face.cropSize + x) * 4 + channel] as number) - value)).toBeLessThanOrEqual(1);
      });
    }
    const { posterior, years, interval } = expected.photo;
    const differences = posterior.map((share, age) => Math.abs(share - (face.reading?.posterior[age] ?? 1)));
    expect(Math.max(...differences)).toBeLessThan(1e-3);
    expect(face.reading.years).toBeCloseTo(years, 1);
    expect(face.reading.interval.low).toBeCloseTo(interval.low, 1);
    expect(face.reading.interval.high).toBeCloseTo(interval.high, 1);
  }
});
