/** What a compute pass binds, in the order of its `@binding` numbers (all in group 0). */
export type Binding = GPUBuffer | GPUTextureView;

/** One compiled compute shader; `main` is its entry point. */
export class ComputePass {
  readonly #device: GPUDevice;
  readonly #pipeline: GPUComputePipeline;
  readonly #label: string;

  /** `constants` fill the shader's `override` constants, the workgroup size among them. */
  constructor(device: GPUDevice, label: string, code: string, constants: Record<string, number> = {}) {
    this.#device = device;
    this.#label = label;
    this.#pipeline = device.createComputePipeline({
      label,
      layout: "auto",
      compute: { module: device.createShaderModule({ label, code }), entryPoint: "main", constants },
    });
  }

  /** Binds resources once, for as many dispatches as they live. */
  bind(bindings: readonly Binding[]): GPUBindGroup {
    return this.#device.createBindGroup({
      label: this.#label,
      layout: this.#pipeline.getBindGroupLayout(0),
      entries: bindings.map((resource, binding) => ({
        binding,
        resource: resource instanceof GPUBuffer ? { buffer: resource } : resource,
      })),
    });
  }

  /** Records one dispatch of `workgroups` (x, y, z). */
  record(encoder: GPUCommandEncoder, bindGroup: GPUBindGroup, workgroups: readonly [number, number, number]): void {
    const pass = encoder.beginComputePass({ label: this.#label });
    pass.setPipeline(this.#pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(...workgroups);
    pass.end();
  }
}
