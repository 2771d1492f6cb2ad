package org.sqlwidgets.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;

/** Asks a server whose files change for everything, again and again, and judges each answer. */
final class Watcher {
  static final String MARK = "mark";

  private final int port;
  private final Served first;
  private final List<EditedFile> edited;
  private final Set<String> untouched;
  private final List<String> steady;
  private final GoodAnswers good;
  private final ReadWriteLock quiet;
  private final Set<Integer> judged = ConcurrentHashMap.newKeySet();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong replies = new AtomicLong();
  private volatile boolean over;

  Watcher(int port, Served first, List<EditedFile> edited, GoodAnswers good, ReadWriteLock quiet) {
    this.port = port;
    this.first = first;
    this.edited = edited;
    this.untouched = first.untouched(edited);
    this.steady = untouched.stream().filter(first.data()::containsKey).toList();
    this.good = good;
    this.quiet = quiet;
  }

  /** What no server should have answered. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  long replies() {
    return replies.get();
  }

  void end() {
    over = true;
  }

  /** Asks until the end. */
  void ask(long seed) {
    Random random = new Random(seed);
    try (HttpConnection connection = HttpConnection.to(port)) {
      while (!over) {
        quiet.readLock().lock();
        try {
          askOnce(connection, random);
          replies.incrementAndGet();
        } finally {
          quiet.readLock().unlock();
        }
      }
    } catch (RuntimeException e) {
      failures.add("a reply did not come: " + e);
    }
  }

  private void askOnce(HttpConnection connection, Random random) {
    switch (random.nextInt(8)) {
      case 0, 1 -> judgeWidgets(get(connection, "/widgets.json"));
      case 2 -> judgeProblems(get(connection, "/problems"));
      case 3 -> {
        Map.Entry<String, String> options = any(List.copyOf(first.options().entrySet()), random);
        same(options.getKey(), get(connection, options.getKey()), options.getValue());
      }
      case 4, 5 -> {
        String id = any(steady, random);
        same(id, get(connection, first.addresses().get(id)), first.data().get(id));
      }
      default -> {
        EditedFile file = any(edited, random);
        String address = first.addresses().get(file.id());
        boolean other = random.nextInt(4) == 0;
        judgeData(
            file, get(connection, other ? address.replace(file.id(), file.otherId()) : address));
      }
    }
  }

  private static <T> T any(List<T> choice, Random random) {
    return choice.get(random.nextInt(choice.size()));
  }

  private static HttpReply get(HttpConnection connection, String address) {
    return connection.exchange(
        "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: test\r\n\r\n");
  }

  private void check(boolean right, String what) {
    if (!right) {
      failures.add(what);
    }
  }

  private void same(String what, HttpReply reply, String before) {
    check(reply.text().equals(before), what + " changed: " + reply.status() + reply.text());
  }

  private void judgeWidgets(HttpReply reply) {
    check(reply.status() == 200, "/widgets.json: " + reply.status());
    if (!judged.add(reply.text().hashCode())) {
      return;
    }
    List<String> breaches = OpenbbJudge.failures(reply.body());
    check(breaches.isEmpty(), "/widgets.json is refused: " + breaches);
    JsonNode widgets = reply.json();
    for (String id : untouched) {
      check(
          widgets.path(id).toString().equals(first.entries().get(id)),
          id + " is published as " + widgets.path(id));
    }
    for (EditedFile file : edited) {
      JsonNode entry = widgets.path(file.id());
      check(
          entry.isMissingNode() || good.isEntry(file, entry),
          "no version of " + file.id() + " is published as " + entry);
    }
  }

  private void judgeProblems(HttpReply reply) {
    check(reply.status() == 200, "/problems: " + reply.status());
    for (JsonNode problem : reply.json().path("problems")) {
      String file = problem.path("file").asText();
      boolean own =
          edited.stream()
              .anyMatch(one -> file.endsWith(one.path()) || file.endsWith(one.otherPath()));
      check(own || file.endsWith("app.yml"), "a problem of an untouched file: " + problem);
    }
  }

  private void judgeData(EditedFile file, HttpReply reply) {
    if (reply.status() == 200) {
      check(
          good.isData(file, reply.text()),
          "no version of " + file.id() + " answers " + reply.text());
    } else {
      List<String> breaches = ReplyJudge.errorFailures(reply.body());
      check(breaches.isEmpty(), file.id() + ": " + reply.status() + breaches);
    }
  }
}
