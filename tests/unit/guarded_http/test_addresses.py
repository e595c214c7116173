"""What counts as the public internet."""

from __future__ import annotations

import socket

import pytest

from newsroom.guarded_http.addresses import FORBIDDEN_ERRNO, open_public_socket, why_forbidden

FORBIDDEN = (
    "0.0.0.0 0.255.255.255 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 100.100.100.200 "
    "127.0.0.1 127.255.255.254 168.63.129.16 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 "
    "192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 "
    "198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 :: "
    "::1 ::7f00:1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 "
    "::5efe:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::1 "
    "64:ff9b:1:ffff:ffff:ffff:ffff:ffff 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 "
    "2001:10::1 2001:20::1 2001:1ff:ffff::1 2001:db8::1 2001:db8:ffff::1 2002:7f00:1:: 2002:7f00:1::1 "
    "2002:a00:1::1 3fff::1 3fff:fff::1 5f00::1 fc00::1 fd00::1 fd00:ec2::254 fdff:ffff::1 fe80::1 "
    "fe80::1%eth0 febf::1 fec0::1 feff::1 ff00::1 ff02::1 ff0e::1 ffff:ffff::1 "
)
PUBLIC = (
    "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 "
    "169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0 "
    "198.17.255.255 198.20.0.0 223.255.255.255 2001:200::1 2001:4860:4860::8888 2001:db7::1 "
    "2001:db9::1 2003::1 2606:4700:4700::1111 2a00::1 3ffe:ffff::1 "
)


@pytest.mark.parametrize("address", FORBIDDEN.split())
def test_internal_special_and_disguised_addresses_are_forbidden(address: str) -> None:
    """Every range of the list, its edges, and every way to wrap an IPv4 address."""
    assert why_forbidden(address)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_public_addresses_are_not(address: str) -> None:
    """The neighbours of each forbidden range stay reachable."""
    assert why_forbidden(address) is None


def test_a_name_is_no_address() -> None:
    """The guard judges what is dialled, so it never guesses about names."""
    with pytest.raises(ValueError, match="localhost"):
        why_forbidden("localhost")


def test_the_socket_factory_says_what_it_refused_and_what_would_allow_it() -> None:
    """The refusal carries our own errno, the address, its kind and the setting."""
    with pytest.raises(OSError, match=r"169\.254\.169\.254 is link-local.*allow_private_addresses") as caught:
        open_public_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("169.254.169.254", 80)))

    assert caught.value.errno == FORBIDDEN_ERRNO


def test_the_socket_factory_opens_sockets_for_public_addresses() -> None:
    with open_public_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 80))) as opened:
        assert opened.family == socket.AF_INET
