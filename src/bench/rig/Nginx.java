package rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An nginx that sends prebuilt replies, and 304 for them: what HTTP can do on a machine. */
public final class Nginx {

  private Nginx() {}

  /** Starts one that answers each path with these bytes, whatever stands behind the path. */
  public static Server start(int port, Map<String, byte[]> replies)
      throws IOException, InterruptedException {
    String nginx = Program.need("nginx", "nginx");
    Path folder = Bench.folder("bench-nginx-files");
    Path root = Files.createDirectory(folder.resolve("root"));
    for (Map.Entry<String, byte[]> reply : replies.entrySet()) {
      Path file = root.resolve(reply.getKey().replaceFirst("\\?.*", "").substring(1));
      Files.createDirectories(file.getParent());
      Files.write(file, reply.getValue());
    }
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, configuration(port, root));
    List<String> command =
        List.of(nginx, "-p", folder.toString(), "-c", configuration.toString(), "-e", "stderr");
    return Server.start("nginx", port, command, Map.of()).await(replies.keySet().iterator().next());
  }

  private static String configuration(int port, Path root) {
    return """
    daemon off;
    worker_processes 2;
    pid nginx.pid;
    events { worker_connections 1024; }
    http {
      access_log off;
      default_type application/json;
      sendfile on;
      tcp_nopush on;
      keepalive_requests 1000000000;
      open_file_cache max=100;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      server {
        listen 127.0.0.1:%d;
        root %s;
      }
    }
    """
        .formatted(port, root);
  }
}
