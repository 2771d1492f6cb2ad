# The jar. Test sources and test libraries are not needed for it; downloads outlive the build.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY db db
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn -B -ntp compile jar:jar shade:shade@default

# The server as it will run: a user of its own with a fixed id, for the rights on mounted files.
FROM eclipse-temurin:25-jre AS server
RUN groupadd --gid 10001 sql-widgets \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin sql-widgets \
    && install -d -o sql-widgets -g sql-widgets /app/data
WORKDIR /app
COPY docker/health docker/java.options ./
COPY --from=build /build/target/sql-widgets.jar ./

# The AOT cache, made by the JVM and from the jar that it is for. A server that does not start
# fails here.
FROM server AS training
COPY docker/train ./
COPY sql-widgets /examples
RUN SQL_WIDGETS_DIRECTORY=/examples ./train

FROM server
LABEL org.opencontainers.image.title="SQL Widgets" \
      org.opencontainers.image.description="Put a .sql file in a folder; it becomes a widget in OpenBB Workspace." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=training /app/sql-widgets.aot ./
ENV MALLOC_ARENA_MAX=1 \
    MICRONAUT_SERVER_HOST=0.0.0.0 \
    SQL_WIDGETS_DIRECTORY=/sql-widgets
USER 10001:10001
EXPOSE 7779
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --start-interval=1s --retries=3 CMD ["/app/health"]
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/sql-widgets.aot", "-jar", "/app/sql-widgets.jar"]
CMD ["serve"]
