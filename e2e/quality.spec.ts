import { portraitFile, SPOILED } from "./support/pictures.ts";
import { expect, test } from "./support/test.ts";

/** What the page must say about a spoiled portrait, and what a repair can do about it. */
interface Expected {
  readonly metric: string;
  readonly finding: string;
  readonly advice: RegExp;
  /** Filters in their order; none where nothing helps. */
  readonly filters: readonly string[];
  /** Whether the enhanced face meets the standard. */
  readonly passes: boolean;
  /** What the adjustment of the reading says; left out where the face is read as it was found. */
  readonly adjustment?: RegExp;
}

const EXPECTED: Readonly<Record<keyof typeof SPOILED, Expected>> = {
  "too dark": {
    metric: "brightness",
    finding: "dark",
    advice: /face a window/i,
    filters: ["auto-gamma", "unsharp-mask"],
    passes: true,
    adjustment: /read after balancing the light\./i,
  },
  "too blurry": {
    metric: "sharpness",
    finding: "blurry",
    advice: /hold the camera still/i,
    filters: ["unsharp-mask", "unsharp-mask"],
    passes: true,
  },
  "hopelessly blurry": {
    metric: "sharpness",
    finding: "blurry",
    advice: /hold the camera still/i,
    filters: ["unsharp-mask", "unsharp-mask"],
    passes: false,
  },
  "too noisy": {
    metric: "sharpness",
    finding: "noisy",
    advice: /more light/i,
    filters: ["bilateral"],
    passes: true,
    adjustment: /read after smoothing the grain/i,
  },
  "too small": {
    metric: "resolutionPx",
    finding: "small",
    advice: /come closer/i,
    filters: [],
    passes: false,
  },
  "washed out": {
    metric: "brightness",
    finding: "bright",
    advice: /direct light/i,
    filters: ["auto-gamma"],
    passes: true,
    adjustment: /range is wider/i,
  },
};

for (const [name, expected] of Object.entries(EXPECTED) as [keyof typeof SPOILED, Expected][]) {
  test(`a portrait that is ${name}: the check, the advice and what a repair can do`, async ({ app, page, backend }) => {
    test.skip(backend === "webgpu" && name !== "too dark", "one picture shows that both devices do the same");
    await app.pick(await SPOILED[name]());
    await app.readYears();
    await expect(app.verdict).toHaveAttribute("data-findings", new RegExp(`\\b${expected.finding}\\b`));
    await expect(page.locator(`[data-finding=${expected.finding}]`)).toContainText(expected.advice);
    await app.openQuality();
    expect(await app.failedMetrics()).toContain(expected.metric);

    const steps = page.getByTestId("repair-steps").locator("li");
    await expect(steps).toHaveCount(expected.filters.length);
    expect(await steps.evaluateAll((items) => items.map((item) => item.getAttribute("data-filter")))).toEqual(
      expected.filters,
    );
    const isRepaired = expected.filters.length > 0 && !(await app.failedAfterRepair()).includes(expected.metric);
    expect(isRepaired).toBe(expected.passes);

    if (expected.adjustment) await expect(app.adjustment).toContainText(expected.adjustment);
    else await expect(app.adjustment).toHaveCount(0);
  });
}

test("a good portrait passes, and is read as it was found", async ({ app, backend }) => {
  test.skip(backend === "webgpu", "the parity test covers the reading on WebGPU");
  await app.pick(portraitFile());
  await app.readYears();
  await expect(app.verdict).toHaveAttribute("data-findings", "");
  await app.openQuality();
  expect(await app.failedMetrics()).toEqual([]);
  await expect(app.adjustment).toHaveCount(0);
  await expect(app.page.getByTestId("repair-steps")).toHaveCount(0);
});

test("filters follow their sliders, and reset brings the face back", async ({ app, page, backend }) => {
  test.skip(backend === "webgpu", "filters on WebGPU are held to their references by the contract suite");
  await app.pick(portraitFile());
  await app.readYears();
  await app.openQuality();
  await page.getByTestId("filter-lab-open").click();
  const sharpness = page.getByTestId("filter-result").locator("[data-metric=sharpness]");
  const before = await sharpness.textContent();
  await page.locator("[data-testid=filter-add][data-filter=gaussian]").click();
  await expect(sharpness).not.toHaveText(before ?? "");
  const blurred = await sharpness.textContent();
  await page.locator("[data-testid=filter-slider][data-filter=gaussian] input").fill("4");
  await expect(sharpness).not.toHaveText(blurred ?? "");
  await page.getByTestId("filter-reset").click();
  await expect(sharpness).toHaveText(before ?? "");
});
