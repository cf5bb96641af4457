const POLICY = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self'",
  "connect-src": "'self' blob:",
  "img-src": "'self' blob:",
  "style-src": "'self'",
  "font-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

function policy(overrides: Partial<typeof POLICY> = {}): string {
  return Object.entries({ ...POLICY, ...overrides })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}

const COMMON = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
};

/**
 * Response headers that keep everything on the device: no third party, no inline code, no eval. A header and not a
 * <meta> tag, because a tag does not bind workers. The development server adds what hot reloading needs.
 */
export const SECURITY_HEADERS = {
  production: { ...COMMON, "Content-Security-Policy": policy() },
  development: {
    ...COMMON,
    "Content-Security-Policy": policy({
      "script-src": "'self' 'wasm-unsafe-eval' 'unsafe-inline'",
      "style-src": "'self' 'unsafe-inline'",
      "connect-src": "'self' blob: ws:",
    }),
  },
};
