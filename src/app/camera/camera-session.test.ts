import { afterEach, describe, expect, it, vi } from "vitest";
import { stubDevices } from "../../testing/fake-devices.ts";
import { createCameraSession } from "./camera-session.ts";
import { listCameras } from "./cameras.ts";

afterEach(() => vi.unstubAllGlobals());

const newSession = () => createCameraSession({ read: vi.fn(), onFailure: vi.fn(), pauseMs: () => 0 });

it("lists cameras alone", async () => {
  stubDevices("a", "b");
  expect(await listCameras()).toEqual([
    { deviceId: "a", name: "Camera a" },
    { deviceId: "b", name: "Camera b" },
  ]);
});

describe("createCameraSession", () => {
  it("asks for nothing before it is started, and lets go of the camera when it is stopped", async () => {
    const { getUserMedia, tracks } = stubDevices("a");
    const { store, start, stop } = newSession();
    expect(getUserMedia).not.toHaveBeenCalled();
    await start();
    expect(store.getState()).toMatchObject({ status: { kind: "on" }, deviceId: "a", cameras: [{ deviceId: "a" }] });
    stop();
    expect(tracks[0]?.stop).toHaveBeenCalled();
    expect(store.getState()).toMatchObject({ status: { kind: "off" }, stream: undefined });
  });

  it("changes cameras, and no answer that comes late brings the first one back", async () => {
    const { tracks } = stubDevices("a", "b");
    const { store, start } = newSession();
    await Promise.all([start("a"), start("b")]);
    expect(store.getState().deviceId).toBe("b");
    const stopped = tracks.map((track) => track.stop.mock.calls.length > 0);
    expect(tracks.map((track, index) => [track.getSettings().deviceId, stopped[index]])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  it("says when the camera is taken away, and starts again when there is one", async () => {
    const devices = stubDevices("a");
    const { store, start } = newSession();
    await start();
    devices.tracks[0]?.dispatchEvent(new Event("ended"));
    expect(store.getState().status).toEqual({ kind: "problem", problem: "gone" });
    devices.dispatchEvent(new Event("devicechange"));
    await vi.waitFor(() => expect(store.getState().status.kind).toBe("on"));
    expect(devices.tracks).toHaveLength(2);
  });

  it("says when the camera is covered, and goes on by itself", async () => {
    const { tracks } = stubDevices("a");
    const { store, start } = newSession();
    await start();
    tracks[0]?.dispatchEvent(new Event("mute"));
    expect(store.getState().status).toEqual({ kind: "problem", problem: "silent" });
    tracks[0]?.dispatchEvent(new Event("unmute"));
    expect(store.getState().status.kind).toBe("on");
  });

  it("reports what went wrong, and leaves a closed session alone", async () => {
    const devices = stubDevices("a");
    const { store, start, close } = newSession();
    devices.getUserMedia.mockRejectedValueOnce(new DOMException("", "NotAllowedError"));
    await start();
    expect(store.getState().status).toEqual({ kind: "problem", problem: "denied" });
    await start();
    close();
    devices.tracks[0]?.dispatchEvent(new Event("ended"));
    expect(store.getState().status.kind).toBe("off");
  });
});
