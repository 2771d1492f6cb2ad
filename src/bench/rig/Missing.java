package rig;

/** Something that a benchmark needs and that is not there, told in one sentence. */
public class Missing extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Missing(String what) {
    super(what);
  }
}
