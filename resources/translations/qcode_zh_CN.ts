<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>FirstSteps</name>
        <message>
            <source>Make a project and bring in interviews, field notes or abstracts.</source>
            <translation>新建一个项目，导入访谈、田野笔记或摘要。</translation>
        </message>
        <message>
            <source>Select words that matter and press Enter.</source>
            <translation>选中重要的语句，按回车键。</translation>
        </message>
        <message>
            <source>Name what they say. That name is your first code.</source>
            <translation>为它们所说的内容命名：这就是您的第一个代码。</translation>
        </message>
        <message>
            <source>There is nothing to save: every step is kept, and every step can be undone.</source>
            <translation>无需保存：每一步都会保留，每一步都可以撤销。</translation>
        </message>
    </context>
    <context>
        <name>MessageDialog</name>
        <message>
            <source>Details</source>
            <translation>详细信息</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
    </context>
    <context>
        <name>ProgressDialog</name>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} / {total}</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
    </context>
    <context>
        <name>RecentList</name>
        <message>
            <source>Recent projects</source>
            <translation>最近的项目</translation>
        </message>
    </context>
    <context>
        <name>RecentRow</name>
        <message>
            <source>{name}, {path}, opened {day}</source>
            <translation>{name}，{path}，打开于{day}</translation>
        </message>
        <message>
            <source>{project}, file not found</source>
            <translation>{project}，找不到文件</translation>
        </message>
        <message>
            <source>Enter opens, Delete takes it off this list</source>
            <translation>回车键打开，删除键从列表中移除</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>找不到文件</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Remove from this list</source>
            <translation>从列表中移除</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Something went wrong in qcode</source>
            <translation>qcode 出错了</translation>
        </message>
        <message>
            <source>The step you just took was not carried out. Everything you did before it is in the project file, and you can go on working. The report below contains nothing of your texts; please send it to the makers of qcode.</source>
            <translation>您刚才的操作没有完成。此前的所有工作都已保存在项目文件中，您可以继续使用。下面的报告不包含您的任何文本，请将它发送给 qcode 的开发者。</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Open log folder</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Go on working</source>
            <translation>继续工作</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Recent projects</source>
            <translation>最近的项目</translation>
        </message>
        <message>
            <source>First steps</source>
            <translation>开始使用</translation>
        </message>
        <message>
            <source>Start page</source>
            <translation>开始页</translation>
        </message>
        <message>
            <source>Grounded-theory coding of texts. Everything stays on this computer.</source>
            <translation>扎根理论文本编码。一切都只保存在这台电脑上。</translation>
        </message>
        <message>
            <source>New project</source>
            <translation>新建项目</translation>
        </message>
        <message>
            <source>One file for your texts, codes and memos</source>
            <translation>用一个文件保存文本、代码和备忘录</translation>
        </message>
        <message>
            <source>Open project…</source>
            <translation>打开项目…</translation>
        </message>
        <message>
            <source>Go on with a file you have</source>
            <translation>继续处理已有的文件</translation>
        </message>
        <message>
            <source>Open the sample</source>
            <translation>打开示例</translation>
        </message>
        <message>
            <source>Interviews already coded, to look around in</source>
            <translation>已编码的访谈，可随意浏览</translation>
        </message>
        <message>
            <source>Drop texts or a project here</source>
            <translation>将文本或项目拖放到此处</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;Apply a code…</source>
            <translation>应用代码(&amp;A)…</translation>
        </message>
        <message>
            <source>Code &amp;in vivo</source>
            <translation>原话编码(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Memo on the passage…</source>
            <translation>原始语句备忘录(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Remove the coding</source>
            <translation>移除编码(&amp;R)</translation>
        </message>
        <message>
            <source>Mark as t&amp;ypical</source>
            <translation>标记为典型(&amp;Y)</translation>
        </message>
        <message>
            <source>Use as the code’s typical &amp;example</source>
            <translation>用作代码的典型示例(&amp;E)</translation>
        </message>
        <message>
            <source>Use as the code’s &amp;boundary example</source>
            <translation>用作代码的边界示例(&amp;B)</translation>
        </message>
        <message>
            <source>New &amp;concept…</source>
            <translation>新建概念(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;New initial category…</source>
            <translation>新建初始范畴(&amp;N)…</translation>
        </message>
        <message>
            <source>Ne&amp;w main category…</source>
            <translation>新建主范畴(&amp;W)…</translation>
        </message>
        <message>
            <source>New c&amp;ore category…</source>
            <translation>新建核心范畴(&amp;O)…</translation>
        </message>
        <message>
            <source>Rename &amp;the code</source>
            <translation>重命名代码(&amp;T)</translation>
        </message>
        <message>
            <source>Colo&amp;ur…</source>
            <translation>颜色(&amp;U)…</translation>
        </message>
        <message>
            <source>&amp;Concept</source>
            <translation>概念(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Initial category</source>
            <translation>初始范畴(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Main category</source>
            <translation>主范畴(&amp;M)</translation>
        </message>
        <message>
            <source>C&amp;ore category</source>
            <translation>核心范畴(&amp;O)</translation>
        </message>
        <message>
            <source>Mer&amp;ge into…</source>
            <translation>合并到(&amp;G)…</translation>
        </message>
        <message>
            <source>&amp;Delete the code</source>
            <translation>删除代码(&amp;D)</translation>
        </message>
        <message>
            <source>Show its &amp;passages</source>
            <translation>显示其原始语句(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Next document</source>
            <translation>下一个文档(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Previous document</source>
            <translation>上一个文档(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Rename the document</source>
            <translation>重命名文档(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Label, group, variables…</source>
            <translation>标签、分组和变量(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;Not assigned</source>
            <translation>未分配(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;In progress</source>
            <translation>进行中(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Finished</source>
            <translation>已完成(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Delete the document</source>
            <translation>删除文档(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Change coder…</source>
            <translation>更换编码者(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;New project…</source>
            <translation>新建项目(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Open project…</source>
            <translation>打开项目(&amp;O)…</translation>
        </message>
        <message>
            <source>Open for rea&amp;ding only…</source>
            <translation>以只读方式打开(&amp;D)…</translation>
        </message>
        <message>
            <source>Open the &amp;sample</source>
            <translation>打开示例(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Import texts…</source>
            <translation>导入文本(&amp;I)…</translation>
        </message>
        <message>
            <source>Import a code&amp;book…</source>
            <translation>导入编码手册(&amp;B)…</translation>
        </message>
        <message>
            <source>&amp;Export the codebook…</source>
            <translation>导出编码手册(&amp;E)…</translation>
        </message>
        <message>
            <source>Export &amp;passages…</source>
            <translation>导出原始语句(&amp;P)…</translation>
        </message>
        <message>
            <source>Back &amp;up now</source>
            <translation>立即备份(&amp;U)</translation>
        </message>
        <message>
            <source>Restore from a backup…</source>
            <translation>从备份恢复…</translation>
        </message>
        <message>
            <source>Chec&amp;k the project</source>
            <translation>检查项目(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Close project</source>
            <translation>关闭项目(&amp;C)</translation>
        </message>
        <message>
            <source>Pre&amp;ferences…</source>
            <translation>首选项(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Undo {step}</source>
            <translation>撤销：{step}(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Redo {step}</source>
            <translation>重做：{step}(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;History</source>
            <translation>历史记录(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Find codes</source>
            <translation>查找代码(&amp;F)</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>放大(&amp;I)</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>缩小(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Normal size</source>
            <translation>实际大小(&amp;N)</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>跟随系统(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>浅色(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>键盘快捷键(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;About qcode</source>
            <translation>关于 qcode(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>最近打开(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Codes</source>
            <translation>代码(&amp;C)</translation>
        </message>
        <message>
            <source>Change &amp;level</source>
            <translation>更改层级(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Documents</source>
            <translation>文档(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Status of my work</source>
            <translation>我的工作状态(&amp;S)</translation>
        </message>
        <message>
            <source>Cod&amp;er</source>
            <translation>编码者(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>主题(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
    </context>
    <context>
        <name>core</name>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>已停止，未作任何更改。</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>This did not work</source>
            <translation>操作未能完成</translation>
        </message>
    </context>
    <context>
        <name>i18n</name>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>yyyy年M月d日</translation>
        </message>
    </context>
</TS>
