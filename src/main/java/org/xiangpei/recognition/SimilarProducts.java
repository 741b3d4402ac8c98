package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;

/** Finds what is recognised already and resembles what is filed. The search implements it: recognition knows no index. */
public interface SimilarProducts {

    /**
     * @param name of the product that is filed
     * @return codes of products of the category that are recognised on the day, the most similar first
     */
    List<String> codes(String name, String category, LocalDate day, int limit);
}
