package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikeTest {

    @ParameterizedTest
    @ValueSource(strings = {"土士", "未末", "己巳", "日曰", "大太", "洲州", "沙纱", "滘窖", "埗步", "酉西", "岡冈", "圳川"})
    void similarShapesAreAlikeBothWays(String pair) {
        assertThat(LookAlike.isAlike(pair.charAt(0), pair.charAt(1))).isTrue();
        assertThat(LookAlike.isAlike(pair.charAt(1), pair.charAt(0))).isTrue();
    }

    @Test
    void otherShapesAreNot() {
        assertThat(LookAlike.isAlike('村', '镇')).isFalse();
        assertThat(LookAlike.isAlike('大', '大')).isFalse();
        assertThat(LookAlike.of('\uE863')).isEmpty();
    }
}
