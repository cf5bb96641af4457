import { group, portraitFile } from "./support/pictures.ts";
import { expect, test } from "./support/test.ts";

test("asks only its own server, and nobody at all once it has loaded", async ({ app, page, baseURL }) => {
  const requests: string[] = [];
  page.context().on("request", (request) => requests.push(request.url()));
  await page.reload();
  await app.pick(portraitFile());
  await app.readYears();
  const own = new URL(baseURL ?? "").origin;
  const foreign = requests.filter((url) => new URL(url).origin !== own && !url.startsWith("blob:"));
  expect(foreign).toEqual([]);
  expect(requests.some((url) => url.includes("weights.bin"))).toBe(true);

  await page.waitForLoadState("networkidle");
  requests.length = 0;
  await app.pick(await group(2, 1));
  await expect(app.faces).toHaveCount(2);
  expect(requests.filter((url) => !url.startsWith("blob:"))).toEqual([]);
});

test("sends a policy that allows neither third parties nor eval", async ({ page, baseURL }) => {
  const response = await page.goto(baseURL ?? "");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'|'unsafe-inline'/);
});
