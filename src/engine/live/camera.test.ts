import { afterEach, describe, expect, it, vi } from "vitest";
import { stubDevices } from "../../testing/fake-devices.ts";
import { openCamera } from "./camera.ts";

afterEach(() => vi.unstubAllGlobals());

describe("openCamera", () => {
  it.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "none"],
    ["NotReadableError", "in-use"],
    ["TypeError", "unknown"],
  ])("calls %s %s", async (name, problem) => {
    stubDevices().getUserMedia.mockRejectedValue(new DOMException("", name));
    await expect(openCamera()).rejects.toMatchObject({ problem });
  });

  it("says so where the browser lends no camera, and where the address is why", async () => {
    vi.stubGlobal("navigator", {});
    vi.stubGlobal("isSecureContext", true);
    await expect(openCamera()).rejects.toMatchObject({ problem: "not-offered" });
    vi.stubGlobal("isSecureContext", false);
    await expect(openCamera()).rejects.toMatchObject({ problem: "insecure" });
  });

  it("asks for nothing where the page around this one allows no camera", async () => {
    const { getUserMedia } = stubDevices("a");
    vi.stubGlobal("document", { featurePolicy: { allowsFeature: () => false } });
    await expect(openCamera()).rejects.toMatchObject({ problem: "framed" });
    expect(getUserMedia).not.toHaveBeenCalled();
  });

  it("suspects the page around this one where the browser does not tell who denied it", async () => {
    stubDevices().getUserMedia.mockRejectedValue(new DOMException("", "NotAllowedError"));
    vi.stubGlobal("window", { top: {} });
    await expect(openCamera()).rejects.toMatchObject({ problem: "framed" });
  });

  it("takes another camera when the chosen one is gone", async () => {
    const { tracks } = stubDevices("a");
    await openCamera("b");
    expect(tracks.map((track) => track.getSettings().deviceId)).toEqual(["a"]);
  });
});
