package org.xiangpei.search.lucene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what takes time to find and does not change; when it is full, it forgets all. Safe for threads. */
final class Memory<K, V> {

    interface Finding<K, V, E extends Exception> {
        V find(K key) throws E;
    }

    private final int most;
    private final Map<K, V> known = new ConcurrentHashMap<>();

    Memory(int most) {
        this.most = most;
    }

    /** Two who ask at once may both have to find it. */
    <E extends Exception> V get(K key, Finding<K, V, E> finding) throws E {
        V value = known.get(key);
        if (value == null) {
            value = finding.find(key);
            if (known.size() >= most) {
                known.clear();
            }
            known.put(key, value);
        }
        return value;
    }
}
