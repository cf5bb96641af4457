export function BatchView() {
  return null;
}
