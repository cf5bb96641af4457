// Cuts the aligned crops of all faces out of the picture.
//
// One thread per crop pixel; x, y = crop pixel, z = face. Each pixel is the mean over n×n sub-samples (n = picture pixels
// per crop pixel, rounded up, at most MAX_SUBSAMPLES), each read bilinearly between pixel centres and clamped to the
// picture's edge. Crops are written as RGB floats, 0…255, [face, y, x, channel].

override SIZE: u32;
override WORKGROUP_SIDE: u32;
override MAX_SUBSAMPLES: f32;

struct Placement {
  // Crop pixels → picture pixels: (a·x − b·y + tx, b·x + a·y + ty).
  a: f32,
  b: f32,
  tx: f32,
  ty: f32,
}

@group(0) @binding(0) var picture: texture_2d<f32>;
@group(0) @binding(1) var<storage, read> placements: array<Placement>;
@group(0) @binding(2) var<storage, read_write> crops: array<f32>;

fn texel(x: i32, y: i32) -> vec3f {
  let last = vec2i(textureDimensions(picture)) - 1;
  return textureLoad(picture, clamp(vec2i(x, y), vec2i(0), last), 0).rgb;
}

fn bilinear(position: vec2f) -> vec3f {
  let last = vec2f(textureDimensions(picture)) - 1.0;
  let p = clamp(position - 0.5, vec2f(0.0), last);
  let base = floor(p);
  let part = p - base;
  let x = i32(base.x);
  let y = i32(base.y);
  let top = mix(texel(x, y), texel(x + 1, y), part.x);
  let bottom = mix(texel(x, y + 1), texel(x + 1, y + 1), part.x);
  return mix(top, bottom, part.y);
}

@compute @workgroup_size(WORKGROUP_SIDE, WORKGROUP_SIDE)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= SIZE || id.y >= SIZE) {
    return;
  }
  let placement = placements[id.z];
  let scale = length(vec2f(placement.a, placement.b));
  let n = clamp(ceil(scale), 1.0, MAX_SUBSAMPLES);
  var sum = vec3f(0.0);
  for (var v = 0.0; v < n; v += 1.0) {
    for (var u = 0.0; u < n; u += 1.0) {
      let crop = vec2f(id.xy) + (vec2f(u, v) + 0.5) / n;
      sum += bilinear(vec2f(
        placement.a * crop.x - placement.b * crop.y + placement.tx,
        placement.b * crop.x + placement.a * crop.y + placement.ty,
      ));
    }
  }
  let colour = sum * (255.0 / (n * n));
  let start = ((id.z * SIZE + id.y) * SIZE + id.x) * 3u;
  crops[start] = colour.r;
  crops[start + 1u] = colour.g;
  crops[start + 2u] = colour.b;
}
