package dev.parley.platform;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/** Believes forwarded addresses from the right up to the first untrusted proxy; others may be forged. */
record TrustedProxies(List<IpSubnetFilterRule> networks) {
    /** @param texts addresses, or networks such as {@code 10.0.0.0/8} */
    static TrustedProxies of(List<String> texts) {
        return new TrustedProxies(texts.stream().map(String::strip).filter(text -> !text.isEmpty())
                .map(TrustedProxies::network).toList());
    }

    private static IpSubnetFilterRule network(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        if (bytes == null || !(slash < 0 || bits.matches("\\d{1,3}"))
                || (slash >= 0 && Integer.parseInt(bits) > bytes.length * 8)) {
            throw new StartRefusedException("PARLEY_TRUSTED_PROXIES names '" + text
                    + "', which is neither an address nor a network. Write them as in 10.0.0.5,192.168.0.0/16,fd00::/8.");
        }
        return new IpSubnetFilterRule(address, slash < 0 ? bytes.length * 8 : Integer.parseInt(bits),
                IpFilterRuleType.ACCEPT);
    }

    boolean none() {
        return networks.isEmpty();
    }

    /** @param reported header values, each one or more addresses, the nearest last */
    String caller(String remote, List<String> reported) {
        List<String> chain = new ArrayList<>();
        for (String value : reported) {
            chain.addAll(List.of(value.split(",", -1)));
        }
        String caller = remote;
        for (int i = chain.size() - 1; i >= 0 && trusts(caller); i--) {
            String next = plain(chain.get(i));
            if (next == null) {
                break;
            }
            caller = next;
        }
        return caller;
    }

    boolean trusts(String address) {
        InetAddress known = NetUtil.createInetAddressFromIpAddressString(address);
        return known != null
                && networks.stream().anyMatch(network -> network.matches(new InetSocketAddress(known, 0)));
    }

    /** Without brackets and port; null if it is no address, such as `unknown` or an obfuscated name. */
    private static @Nullable String plain(String text) {
        String address = text.strip();
        if (address.startsWith("[")) {
            int end = address.indexOf(']');
            address = end < 0 ? "" : address.substring(1, end);
        } else if (address.indexOf(':') == address.lastIndexOf(':') && address.indexOf(':') > 0) {
            address = address.substring(0, address.indexOf(':'));
        }
        InetAddress known = NetUtil.createInetAddressFromIpAddressString(address);
        return known == null ? null : known.getHostAddress();
    }
}
