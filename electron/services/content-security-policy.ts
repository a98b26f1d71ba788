/** What a page of ours may load and run; both hosts send it with every file. */
function policyWith({ scripts }: { scripts: string }): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    // Without this directive any policy could be made, which would undo the one above.
    "trusted-types worker-url",
  ].join("; ");
}

const contentSecurityPolicy = policyWith({ scripts: "'self'" });

/** Workers may also run WebAssembly: key derivation and image decoders need it, the page never does. */
const workerContentSecurityPolicy = policyWith({ scripts: "'self' 'wasm-unsafe-eval'" });

const isWorkerFile = (pathname: string) => /\/[^/]*worker[^/]*\.m?js$/.test(pathname);

/** The headers that go with a file of the page, by its path in the address. */
export function securityHeaders(pathname: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": isWorkerFile(pathname) ? workerContentSecurityPolicy : contentSecurityPolicy,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-dns-prefetch-control": "off",
  };
}
