import { expect, test } from "./support/test.ts";
import { serveModels, type TestModel, testModel } from "./support/test-models.ts";

test.skip(({ backend }) => backend === "webgpu", "What is compared here does not depend on where networks run.");

const groups = [
  { name: "young", low: 0, high: 25 },
  { name: "middle", low: 26, high: 50 },
  { name: "old", low: 51, high: 100 },
];
const figures = { set: "test part", images: 2000, mae: null, intervalCoverage: null };
const secondReading = { decode: undefined, calibration: undefined, metrics: [{ ...figures, genderAccuracy: 0.9 }] };

let models: readonly TestModel[];

test.beforeAll(async () => {
  models = [
    await testModel("regression", { kind: "age-regression" }, [70], {
      calibration: { level: 0.8, mass: 0.8, spread: 5 },
    }),
    await testModel("groups", { kind: "age-groups", groups }, [0, 8, 0], {
      metrics: [{ ...figures, accuracy: 0.81 }],
    }),
    await testModel("gender", { kind: "gender", classes: ["male", "female"] }, [0, 5], secondReading),
  ];
});

test("compares every model on one face, and reads with the chosen one from then on", async ({ app, page }) => {
  await serveModels(page, models);
  await page.reload();
  const downloads: string[] = [];
  page.on("request", (request) => downloads.push(request.url()));
  await app.useSample();
  const published = await app.readYears();
  await page.getByTestId("view-compare").click();
  const rows = page.getByTestId("model");
  await expect(rows).toHaveCount(3);
  for (const row of await rows.all()) await expect(row.getByTestId("model-speed")).toContainText(/\d/);
  const years = await page.getByTestId("model-years").allTextContents();
  expect(years.map(Number)).toEqual([published, 70, 38]);
  await expect(rows.nth(0)).toHaveAttribute("data-in-use", "true");
  await expect(rows.nth(2)).toContainText("81%");

  await rows.nth(1).getByTestId("use-model").click();
  await expect(rows.nth(1)).toHaveAttribute("data-in-use", "true");
  await page.getByTestId("view-photo").click();
  await expect(app.years.first()).toHaveText("70");
  expect(downloads.filter((url) => url.includes("regression/weights.bin"))).toHaveLength(1);
  expect(downloads.filter((url) => url.includes("groups/weights.bin"))).toHaveLength(1);
  await page.reload();
  await app.useSample();
  await expect(app.years.first()).toHaveText("70");
});

test("lays model cards out and lets nothing in them run", async ({ page }) => {
  await serveModels(page, models);
  await page.goto("/#about");
  const open = async (name: string) => {
    const fold = page.getByTestId("markdown-fold").filter({ has: page.getByRole("button", { name }) });
    await fold.getByRole("button").click();
    return fold;
  };
  await expect((await open("Compact")).locator("table").first()).toContainText("MAE");
  const untrusted = await open("regression");
  await expect(untrusted).toContainText("Made for a test.");
  await expect(untrusted.locator("script")).toHaveCount(0);
  await expect(await open("The page")).toContainText("react");
  await expect(await open("Sample pictures")).toContainText("NASA");
});

test("says an apparent gender only when asked to, with its error", async ({ app, page }) => {
  await serveModels(page, models);
  await page.reload();
  await app.useSample();
  await app.readYears();
  await expect(page.getByTestId("gender")).toHaveCount(0);
  await page.getByTestId("view-compare").click();
  await page.getByTestId("gender-switch").click();
  await page.getByTestId("view-photo").click();
  await expect(page.getByTestId("gender")).toContainText(/apparent gender: female \(99%\).*wrong for 10%/i);
});

test("offers no second reading where no model gives one", async ({ app, page }) => {
  await serveModels(page, []);
  await page.reload();
  await app.useSample();
  await app.readYears();
  await page.getByTestId("view-compare").click();
  await expect(page.getByTestId("model-speed").first()).toContainText(/\d/);
  await expect(page.getByTestId("gender-switch")).toHaveCount(0);
});
