import { describe, expect, it } from "vitest";
import { collect } from "./collect.ts";

describe("collect", () => {
  it("brings pictures into natural order and counts what it leaves out", async () => {
    const names = ["10.jpg", "9.jpg", "notes.txt", "1.png"];
    const { found, leftOut } = await collect(names.map((name) => ({ file: new File([""], name) })));
    expect(found.map(({ path }) => path)).toEqual(["1.png", "9.jpg", "10.jpg"]);
    expect(leftOut).toBe(1);
  });

  it("walks through dropped folders, also when they come in portions", async () => {
    const file = (path: string) => ({
      isDirectory: false,
      fullPath: path,
      file: (resolve: (file: File) => void) => resolve(new File(["x"], path.slice(path.lastIndexOf("/") + 1))),
    });
    const folder = (...children: object[]) => ({
      isDirectory: true,
      createReader: () => ({ readEntries: (resolve: (some: object[]) => void) => resolve(children.splice(0, 1)) }),
    });
    const entry = folder(file("/trip/b.jpg"), folder(file("/trip/inner/a.jpg")), file("/trip/c.jpg"));
    const { found } = await collect([{ file: null, entry: entry as unknown as FileSystemEntry }]);
    expect(found.map(({ path }) => path)).toEqual(["trip/b.jpg", "trip/c.jpg", "trip/inner/a.jpg"]);
  });
});
