// Turns crops into the network's input: (pixel − mean) / standard deviation, per channel.
//
// One thread per float; crops and input are [face, y, x, channel RGB].

override WORKGROUP_SIZE: u32;
override MEAN_R: f32;
override MEAN_G: f32;
override MEAN_B: f32;
override DEVIATION_R: f32;
override DEVIATION_G: f32;
override DEVIATION_B: f32;

@group(0) @binding(0) var<storage, read> crops: array<f32>;
@group(0) @binding(1) var<storage, read_write> input: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.y * groups.x * WORKGROUP_SIZE + id.x;
  if (index >= arrayLength(&input)) {
    return;
  }
  let mean = array(MEAN_R, MEAN_G, MEAN_B);
  let deviation = array(DEVIATION_R, DEVIATION_G, DEVIATION_B);
  let channel = index % 3u;
  input[index] = (crops[index] - mean[channel]) / deviation[channel];
}
