import { EngineError } from "../errors.ts";

/** A GPU device that our passes and TensorFlow.js share. */
export interface GpuContext {
  readonly device: GPUDevice;
  readonly adapterInfo: GPUAdapterInfo;
  /**
   * Throws the first error since the last call that WebGPU reported on the side: without asking, results would just be
   * wrong.
   *
   * @throws EngineError `out-of-memory` or `internal`.
   */
  throwIfFailed(): void;
}

const WANTED_LIMITS = [
  "maxBufferSize",
  "maxStorageBufferBindingSize",
  "maxComputeWorkgroupStorageSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupSizeX",
  "maxComputeWorkgroupsPerDimension",
  "maxTextureDimension2D",
] as const;

/**
 * A device with the adapter's own limits, or `undefined` where this browser offers no WebGPU.
 *
 * A software adapter is refused unless `allowSoftware`: the wasm backend is many times faster than it.
 */
export async function requestGpu(allowSoftware: boolean): Promise<GpuContext | undefined> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter || (isSoftware(adapter.info) && !allowSoftware)) return undefined;
  const requiredLimits = Object.fromEntries(WANTED_LIMITS.map((name) => [name, adapter.limits[name]]));
  const requiredFeatures: GPUFeatureName[] = adapter.features.has("timestamp-query") ? ["timestamp-query"] : [];
  const device = await adapter.requestDevice({ label: "AgeLens", requiredLimits, requiredFeatures });
  let error: GPUError | undefined;
  device.addEventListener("uncapturederror", (event) => {
    error ??= event.error;
  });
  const throwIfFailed = () => {
    const taken = error;
    error = undefined;
    if (taken) throw toEngineError(taken);
  };
  return { device, adapterInfo: adapter.info, throwIfFailed };
}

/** What the adapter calls itself, for people. */
export function adapterName(info: GPUAdapterInfo): string {
  return info.description || [info.vendor, info.architecture].filter(Boolean).join(" ") || "unnamed graphics adapter";
}

function toEngineError(error: GPUError): EngineError {
  return error instanceof GPUOutOfMemoryError
    ? new EngineError("out-of-memory", "The graphics memory is full: close other tabs or choose a smaller picture.")
    : new EngineError("internal", `The graphics processor reported an error: ${error.message}`);
}

function isSoftware(info: GPUAdapterInfo): boolean {
  return (
    info.isFallbackAdapter || /swiftshader|llvmpipe|basic render/i.test(`${info.architecture} ${info.description}`)
  );
}
