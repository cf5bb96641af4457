import { vi } from "vitest";

/** A camera's track that tests can end, mute and unmute by events. */
export class FakeTrack extends EventTarget {
  readonly stop = vi.fn();
  readonly #deviceId: string;

  constructor(deviceId: string) {
    super();
    this.#deviceId = deviceId;
  }

  getSettings() {
    return { deviceId: this.#deviceId };
  }
}

/** What a fake browser's cameras are asked. */
export interface FakeDevices extends EventTarget {
  getUserMedia: ReturnType<typeof vi.fn>;
  enumerateDevices: () => Promise<{ kind: string; deviceId: string; label: string }[]>;
}

/** Puts a browser with the given cameras in place of the real one; the first is opened where none is named. */
export function stubDevices(...deviceIds: string[]): FakeDevices & { tracks: FakeTrack[] } {
  const tracks: FakeTrack[] = [];
  const devices = Object.assign(new EventTarget(), {
    tracks,
    getUserMedia: vi.fn(async ({ video }: { video: { deviceId?: { exact: string } } }) => {
      const wanted = video.deviceId?.exact ?? deviceIds[0];
      if (!wanted || !deviceIds.includes(wanted)) throw new DOMException("", "OverconstrainedError");
      const track = new FakeTrack(wanted);
      tracks.push(track);
      return { getTracks: () => [track], getVideoTracks: () => [track] };
    }),
    enumerateDevices: async () => [
      { kind: "audioinput", deviceId: "microphone", label: "" },
      ...deviceIds.map((deviceId) => ({ kind: "videoinput", deviceId, label: `Camera ${deviceId}` })),
    ],
  });
  vi.stubGlobal("navigator", { mediaDevices: devices });
  const window = {};
  vi.stubGlobal("window", Object.assign(window, { top: window }));
  vi.stubGlobal("document", Object.assign(new EventTarget(), { hidden: false }));
  return devices;
}
