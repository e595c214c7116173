"""Which addresses are not the public internet, and the socket factory that refuses them.

ipaddress.is_global is not enough: it admits NAT64, 6to4, IPv4-compatible and multicast addresses, each of
which can stand for an internal host.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiohttp import AddrInfoType

# No operating system uses it, so it marks our own refusal among the errors of the connector.
FORBIDDEN_ERRNO = -1

_FORBIDDEN_V4 = tuple(
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", "this host"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "a cloud metadata service"),
        ("169.254.0.0/16", "link-local, where clouds keep their metadata service"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved for protocols"),
        ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved or broadcast"),
    )
)
# IANA hands out global unicast from here only. All else is internal (unique local, link-local, site-local,
# discard, segment routing), multicast, or an IPv4 address in disguise (mapped, compatible, NAT64).
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_FORBIDDEN_V6 = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("2001::/23", "reserved for protocols such as Teredo"),
        ("2001:db8::/32", "for documentation"),
        ("2002::/16", "an IPv4 address behind 6to4"),
        ("3fff::/20", "for documentation"),
    )
)


def why_forbidden(address: str) -> str | None:
    """What the address is when it is not a public one ("loopback"); None for a public address.

    Raises ValueError when it is no IP address.
    """
    ip = ip_address(address.partition("%")[0])  # a link-local address carries its zone after %
    if isinstance(ip, IPv6Address):
        if ip not in _GLOBAL_UNICAST:
            return "not a global IPv6 address"
        return next((what for network, what in _FORBIDDEN_V6 if ip in network), None)
    return next((what for network, what in _FORBIDDEN_V4 if ip in network), None)


def open_public_socket(addr_info: AddrInfoType) -> socket.socket:
    """A socket for an address that is public; OSError with FORBIDDEN_ERRNO for any other.

    The connector calls it with the very address that it dials next: after DNS, and for literals too. So no
    spelling of an address and no second DNS answer gets past it.
    """
    family, kind, protocol, _, sockaddr = addr_info
    address = str(sockaddr[0])
    if what := why_forbidden(address):
        raise OSError(
            FORBIDDEN_ERRNO,
            f"{address} is {what}; to allow it set fetch.allow_private_addresses = true",
        )
    return socket.socket(family, kind, protocol)
