import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node in a process of its own, for tests. Arguments are settings, key=value each; path.home has to be among
 * them. It ends when its standard input does, so that none outlives whoever started it, however that ended.
 */
public final class OpenSearchNode extends Node {
    private static final List<Class<? extends Plugin>> PLUGINS =
        List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, PainlessPlugin.class);

    private OpenSearchNode(Environment environment) {
        super(environment, PLUGINS, true);
    }

    public static void main(String[] settings) throws Exception {
        OpenSearchNode node = new OpenSearchNode(environmentOf(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        while (System.in.read() >= 0) {
            // Nothing is said to it; only the end counts.
        }
        System.exit(0);
    }

    private static Environment environmentOf(String[] settings) throws IOException {
        Settings.Builder builder = Settings.builder()
            .put("network.host", "127.0.0.1")
            .put("transport.type", Netty4Plugin.NETTY_TRANSPORT_NAME)
            .put("http.type", Netty4Plugin.NETTY_HTTP_TRANSPORT_NAME);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) throw new IllegalArgumentException("not key=value: " + setting);
            builder.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        Path home = Path.of(builder.get("path.home"));
        for (String folder : List.of("config", "modules", "plugins", "logs")) {
            Files.createDirectories(home.resolve(folder));
        }
        return InternalSettingsPreparer.prepareEnvironment(
            builder.build(), Map.of(), home.resolve("config"), () -> "node");
    }

    private static void close(Node node) {
        try {
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException error) {
            error.printStackTrace();
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
        }
    }
}
