/** What a buffer may be used for: the numbers of the WebGPU specification, since browsers without WebGPU lack the globals. */
export const BufferUsage = { MAP_READ: 0x1, COPY_SRC: 0x4, COPY_DST: 0x8, STORAGE: 0x80 } as const;

/** What a texture may be used for, by the same specification. */
export const TextureUsage = { COPY_DST: 0x2, TEXTURE_BINDING: 0x4, RENDER_ATTACHMENT: 0x10 } as const;

/** How a buffer is mapped, by the same specification. */
export const MapMode = { READ: 0x1 } as const;
