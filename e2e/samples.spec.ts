import { expect, test } from "./support/test.ts";

test.skip(({ backend }) => backend === "webgpu", "Samples are pictures like any other.");

test("brings samples of its own, names whose they are, and reads each at one click", async ({ app, page }) => {
  const expected = {
    hopper: [1, "US Navy"],
    "mona-lisa": [1, "Leonardo da Vinci"],
    three: [3, "Grace Hopper"],
  } as const;
  for (const [id, [faces, credit]] of Object.entries(expected)) {
    await page.goto("/");
    await page.locator(`[data-testid=sample-choice][data-sample=${id}]`).click();
    await expect(app.faces).toHaveCount(faces);
    await expect(page.getByText(credit)).toBeVisible();
  }
});

test("goes through its samples in turn", async ({ app, page }) => {
  await app.useSample();
  await app.readYears();
  await expect(page.getByText("Photo: NASA")).toBeVisible();
  await app.useSample();
  await expect(page.getByText("US Navy")).toBeVisible();
});
