const privateNames = /(?:^|\.)(?:localhost|local|lan|home|internal|intranet|corp|private|home\.arpa)\.?$/i;

/**
 * Whether a host is plainly on the own network by its name alone, as URL writes it. A list from elsewhere means another
 * network by it. Only for naming what is left out: what may be connected to is decided by the machine side.
 */
export function isOwnNetworkName(hostname: string): boolean {
  if (hostname.startsWith("[")) return isOwnIpv6(hostname.slice(1, -1).toLowerCase());
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(hostname)?.slice(1).map(Number);
  if (octets !== undefined) return isOwnIpv4(octets);
  return privateNames.test(hostname) || !hostname.replace(/\.$/, "").includes(".");
}

function isOwnIpv4([a = 0, b = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true;
  if (a === 100) return b >= 64 && b < 128;
  if (a === 169) return b === 254;
  if (a === 172) return b >= 16 && b < 32;
  return a === 192 && b === 168;
}

function isOwnIpv6(address: string): boolean {
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address);
  if (mapped !== null) {
    const high = Number.parseInt(mapped[1] as string, 16);
    const low = Number.parseInt(mapped[2] as string, 16);
    return isOwnIpv4([high >> 8, high & 255, low >> 8, low & 255]);
  }
  return address === "::" || address === "::1" || /^f[cd]|^fe[89ab]|^ff/.test(address);
}
