/** A camera that can be chosen; its name is empty until the visitor has allowed one. */
export interface Camera {
  readonly deviceId: string;
  readonly name: string;
}

/** The cameras of this device. */
export async function listCameras(): Promise<Camera[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId !== "")
    .map(({ deviceId, label }) => ({ deviceId, name: label }));
}

/** Whether the visitor has allowed the camera already, so that it may start without a question. */
export async function isCameraAllowed(): Promise<boolean> {
  const status = await navigator.permissions?.query({ name: "camera" as PermissionName }).catch(() => undefined);
  return status?.state === "granted";
}
