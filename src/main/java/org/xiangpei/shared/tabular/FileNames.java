package org.xiangpei.shared.tabular;

/** Names of sent files: only for messages and to tell tables apart, never a path that is opened. */
final class FileNames {

    private static final int LONGEST = 100;

    private FileNames() {}

    /** The last part of a path of any system, without control characters. */
    static String last(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        name = name.replaceAll("\\p{Cntrl}", "").strip();
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }

    static String withoutEnding(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
