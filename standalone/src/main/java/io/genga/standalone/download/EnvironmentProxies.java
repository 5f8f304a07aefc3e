package io.genga.standalone.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The proxies that the environment names, as curl and pip understand it ({@code https_proxy}, {@code no_proxy}); where it names none, those of
 * Java's own settings. Only proxies of HTTP that ask for no password; none between programs of one machine.
 */
final class EnvironmentProxies extends ProxySelector {

    private static final int DEFAULT_PORT = 80;

    private final UnaryOperator<String> environment;
    private final ProxySelector otherwise;

    EnvironmentProxies() {
        this(System::getenv, ProxySelector.getDefault());
    }

    /** @param environment a variable's value by its name; null where there is none */
    EnvironmentProxies(UnaryOperator<String> environment, ProxySelector otherwise) {
        this.environment = environment;
        this.otherwise = otherwise;
    }

    @Override
    public List<Proxy> select(URI address) {
        if (isExempt(address.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        // Upper case is not looked at for HTTP: a web server would pass on a client's header Proxy under that name.
        Stream<String> names =
                address.getScheme().equals("https") ? Stream.of("https_proxy", "HTTPS_PROXY") : Stream.of("http_proxy");
        return Stream.concat(names, Stream.of("all_proxy", "ALL_PROXY"))
                .flatMap(name -> value(name).stream())
                .findFirst()
                .flatMap(EnvironmentProxies::proxy)
                .map(List::of)
                .orElseGet(() -> otherwise.select(address));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        otherwise.connectFailed(address, proxy, failure);
    }

    private boolean isExempt(String host) {
        return isThisMachine(host) || isListed(host);
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private boolean isListed(String host) {
        return Stream.of("no_proxy", "NO_PROXY")
                .flatMap(name -> value(name).stream())
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .anyMatch(exempt -> exempt.equals("*") || isWithin(exempt, host));
    }

    private static boolean isWithin(String domain, String host) {
        String name = domain.startsWith(".") ? domain.substring(1) : domain;
        return !name.isEmpty() && ("." + host).toLowerCase(Locale.ROOT).endsWith("." + name.toLowerCase(Locale.ROOT));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }

    /** Empty for proxies of other protocols. */
    private static Optional<Proxy> proxy(String value) {
        URI uri = URI.create(value.contains("://") ? value : "http://" + value);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            return Optional.empty();
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return Optional.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port)));
    }
}
