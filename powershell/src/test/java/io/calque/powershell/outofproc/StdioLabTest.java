package io.calque.powershell.outofproc;

import io.calque.powershell.lab.Lab;
import io.calque.powershell.session.Session;
import java.nio.file.Path;

class StdioLabTest extends LabTest {

    @Override
    Session connect(Path folder) {
        return Session.open(Lab.in(folder, 20).stdio(), OPENING);
    }
}
