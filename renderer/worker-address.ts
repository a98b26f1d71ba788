/** The TypeScript DOM library doesn't know Trusted Types yet; this is the part of it that is used here. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): string;
  };
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;

/** The one policy the page's CSP allows: a script address is one of our own built workers, or nothing. */
const policy = trustedTypes?.createPolicy("worker-url", {
  createScriptURL(address) {
    const target = new URL(address, location.href);
    if (target.origin !== location.origin || !target.pathname.startsWith("/assets/")) {
      throw new TypeError("not one of our workers");
    }
    return target.href;
  },
});

/** Starts a worker from an address that the bundler made (`?worker&url`). */
export function startWorker(address: string): Worker {
  return new Worker(policy?.createScriptURL(address) ?? address, { type: "module" });
}
