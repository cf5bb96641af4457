// Before a filter: leaves tables in scratch memory. One workgroup of 256 threads per table (x) and face (z).

@compute @workgroup_size(256)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  if (!isOff(group.z)) {
    prepareTable(group.x, group.z, thread);
  }
}
