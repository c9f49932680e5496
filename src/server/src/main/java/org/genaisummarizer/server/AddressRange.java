package org.genaisummarizer.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.genaisummarizer.app.ConfigurationException;

/** A range of IP addresses as CIDR writes it (RFC 4632); an address alone is a range of one. */
record AddressRange(byte[] network, int bits) {

    static AddressRange parse(String text) {
        String cidr = text.strip();
        int slash = cidr.indexOf('/');
        byte[] network = address(slash < 0 ? cidr : cidr.substring(0, slash));
        try {
            int bits = slash < 0 ? network.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
            if (bits >= 0 && bits <= network.length * 8) {
                return new AddressRange(network, bits);
            }
        } catch (NumberFormatException e) {
            // falls through to the one message that states the rule
        }
        throw malformed();
    }

    private static byte[] address(String text) {
        // Anything but a literal would be looked up, by name, at start.
        if (!text.matches("[0-9a-fA-F.:]+")) {
            throw malformed();
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw malformed();
        }
    }

    private static ConfigurationException malformed() {
        return new ConfigurationException(
                "SUMMARIZER_TRUSTED_PROXIES must be a list of addresses or ranges, as 10.0.0.0/8");
    }

    boolean contains(String address) {
        byte[] other = address(address);
        if (other.length != network.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((network[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
