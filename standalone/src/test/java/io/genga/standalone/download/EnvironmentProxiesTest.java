package io.genga.standalone.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxiesTest {

    private static final URI ADDRESS = URI.create("https://github.com/some.pth");
    private static final Proxy OTHERWISE = proxy("otherwise", 1);

    @Test
    void the_proxy_of_the_addresss_scheme_is_taken() {
        Map<String, String> environment = Map.of("https_proxy", "http://secure:3128/", "http_proxy", "plain:80");

        assertThat(chosen(environment, ADDRESS)).isEqualTo(proxy("secure", 3128));
        assertThat(chosen(environment, URI.create("http://github.com/"))).isEqualTo(proxy("plain", 80));
    }

    @Test
    void one_for_all_schemes_and_upper_case_are_understood() {
        assertThat(chosen(Map.of("HTTPS_PROXY", "secure"), ADDRESS)).isEqualTo(proxy("secure", 80));
        assertThat(chosen(Map.of("all_proxy", "http://all:8080"), ADDRESS)).isEqualTo(proxy("all", 8080));
    }

    @ParameterizedTest
    @ValueSource(strings = {"github.com", ".github.com", "example.org, GitHub.com", "com", "*"})
    void exempt_hosts_are_asked_themselves(String exempt) {
        assertThat(chosen(Map.of("https_proxy", "http://secure:3128", "no_proxy", exempt), ADDRESS))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void names_that_only_end_alike_are_not_exempt() {
        assertThat(chosen(Map.of("https_proxy", "http://secure:3128", "no_proxy", "hub.com"), ADDRESS))
                .isEqualTo(proxy("secure", 3128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/", "http://127.0.0.1/", "http://[::1]:80/"})
    void programs_of_this_machine_are_asked_themselves(String address) {
        assertThat(chosen(Map.of("http_proxy", "http://plain:80"), URI.create(address)))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void where_the_environment_names_none_of_http_javas_settings_decide() {
        assertThat(chosen(Map.of(), ADDRESS)).isEqualTo(OTHERWISE);
        assertThat(chosen(Map.of("https_proxy", " "), ADDRESS)).isEqualTo(OTHERWISE);
        assertThat(chosen(Map.of("https_proxy", "socks5://other:1080"), ADDRESS))
                .isEqualTo(OTHERWISE);
    }

    private static Proxy chosen(Map<String, String> environment, URI address) {
        ProxySelector otherwise = ProxySelector.of((InetSocketAddress) OTHERWISE.address());
        return new EnvironmentProxies(environment::get, otherwise)
                .select(address)
                .get(0);
    }

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }
}
