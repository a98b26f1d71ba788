import ipaddr from "ipaddr.js";
import type { FetchFailure } from "../../renderer/model/failure.ts";
import { fail, type Result, succeed } from "../../renderer/model/result.ts";

export interface FetchPermissions {
  /** The user accepted this source without encryption. */
  readonly insecure: boolean;
  /** The user typed this source's address and confirmed that it is on the local network. */
  readonly local: boolean;
}

export type AddressKind = "public" | "local" | "loopback" | "forbidden";

const kindOfRange: Readonly<Record<string, AddressKind>> = {
  unicast: "public",
  private: "local",
  uniqueLocal: "local",
  linkLocal: "local",
  carrierGradeNat: "local",
  loopback: "loopback",
};

/** What reaching this IP address would mean. What isn't plainly public or local (multicast, reserved …) is forbidden. */
export function kindOfIp(ip: string): AddressKind {
  if (!ipaddr.isValid(ip)) return "forbidden";
  const parsed = ipaddr.process(ip);
  // Networks without IPv4 reach it through 64:ff9b::/96; what counts is the IPv4 address inside.
  if (parsed instanceof ipaddr.IPv6 && parsed.range() === "rfc6052") {
    return kindOfIp(new ipaddr.IPv4(parsed.toByteArray().slice(12)).toString());
  }
  return kindOfRange[parsed.range()] ?? "forbidden";
}

/** The scheme and shape of an address, before anything is asked of the network. */
export function judgeAddress(address: string, permissions: FetchPermissions): Result<URL, FetchFailure> {
  if (!URL.canParse(address)) return fail({ kind: "bad-address", address });
  const url = new URL(address);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  // A name and password in an address would go to every redirect and into every log on the way.
  if (!isWeb || url.username !== "" || url.password !== "") return fail({ kind: "bad-address", address });
  if (url.protocol === "http:" && !permissions.insecure) return fail({ kind: "insecure-address", host: url.hostname });
  return succeed(url);
}

export interface Destination {
  readonly hostname: string;
  readonly port: number;
}

export function destinationOf(url: URL): Destination {
  // URL has already turned 0x7f.1, 2130706433 and 0177.0.0.1 into 127.0.0.1.
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  return { hostname, port: url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port) };
}

/** Whether this very IP address may be connected to; null = yes. */
export function refusalOfIp(
  ip: string,
  { hostname, port }: Destination,
  { permissions, ownPorts }: { permissions: FetchPermissions; ownPorts: readonly number[] },
): FetchFailure | null {
  const kind = kindOfIp(ip);
  if (kind === "public") return null;
  if (ownPorts.includes(port)) return { kind: "own-address" };
  if (kind === "forbidden" || !permissions.local) return { kind: "local-address", host: hostname };
  return null;
}

/** Where a redirect may lead from here; null = anywhere that the other checks allow. */
export function refusalOfRedirect(from: URL, to: URL, permissions: FetchPermissions): FetchFailure | null {
  // The user confirmed one local machine: it may not send us to another one, nor out.
  if (permissions.local && from.hostname !== to.hostname) return { kind: "local-address", host: to.hostname };
  return null;
}
