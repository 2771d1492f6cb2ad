package org.sqlwidgets.database;
import io.micronaut.context.ApplicationContext;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.lookup.LookupCatalog;
class ScratchTest {
  @Test void x() throws Exception {
    for (int i = 0; i < 3; i++) {
    long t=System.nanoTime();
    try (ApplicationContext c = ApplicationContext.run(Map.of("datasources.default.url","jdbc:h2:mem:x"+i+UUID.randomUUID(),"sql-widgets.example",true))) {
      System.out.println("start ms "+(System.nanoTime()-t)/1e6);
      Databases d=c.getBean(Databases.class);
      System.out.println(d.readerNames()+d.label("widgets"));
      t=System.nanoTime();
      try (var con=d.reader("widgets").getConnection(); var s=con.createStatement(); var r=s.executeQuery("select count(*) from country_health_income")) { r.next(); System.out.println(r.getLong(1)+" auto "+con.getAutoCommit()); }
      System.out.println("first ms "+(System.nanoTime()-t)/1e6);
      t=System.nanoTime();
      System.out.println(c.getBean(LookupCatalog.class).snapshot().lookups().size());
      System.out.println("lookups ms "+(System.nanoTime()-t)/1e6);
      t=System.nanoTime();
      System.out.println(c.getBean(LookupCatalog.class).snapshot().equals(c.getBean(LookupCatalog.class).snapshot()));
      System.out.println("lookups ms "+(System.nanoTime()-t)/1e6);
      System.out.println(c.getBeansOfType(javax.sql.DataSource.class));
    }
    }
  }
}
